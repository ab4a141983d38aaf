namespace CallIntake.Engine.Triage.Training;

/// <summary>What to train from and where to write. Relative paths begin at the content root.</summary>
/// <param name="Cases">Folder of labelled cases (*.jsonl).</param>
/// <param name="Model">File to write.</param>
/// <param name="Folds">Groups of authors left out in turn; 0 trains without scoring.</param>
/// <param name="Threads">Groups trained at once.</param>
/// <param name="PlacedOn">Beginnings of the names of the authors on whose calls the thresholds are placed; none takes all.</param>
public sealed record TrainingRequest(string Cases, string Model, int Folds, int Threads, IReadOnlyList<string> PlacedOn);

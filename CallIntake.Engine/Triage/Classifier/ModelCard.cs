namespace CallIntake.Engine.Triage.Classifier;

/// <summary>What is written beside a model: where it comes from and how good it was.</summary>
/// <param name="Version">Name of the model for the record.</param>
/// <param name="Trained">Day of the training.</param>
/// <param name="Cases">Cases it learned from.</param>
/// <param name="Authors">Authors of these cases.</param>
/// <param name="Data">Digest of the cases.</param>
/// <param name="Rules">Version of the rules whose findings are its features.</param>
/// <param name="Settings">Settings of the training.</param>
/// <param name="Thresholds">Where probabilities become decisions.</param>
/// <param name="Score">Scores on authors left out, as printed; null where none were left out.</param>
internal sealed record ModelCard(
    string Version,
    DateOnly Trained,
    int Cases,
    IReadOnlyList<string> Authors,
    string Data,
    string Rules,
    string Settings,
    ModelThresholds Thresholds,
    IReadOnlyList<string>? Score);

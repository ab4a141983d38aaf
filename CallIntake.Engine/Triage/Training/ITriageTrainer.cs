using CallIntake.Engine.Triage.Scoring;

namespace CallIntake.Engine.Triage.Training;

/// <summary>Trains the model of the embedded triage.</summary>
public interface ITriageTrainer
{
    /// <summary>
    /// Trains, writes the model and its card, and gives what every case was judged when its author was left out.
    /// <see cref="FormatException"/> for a case that cannot be used, IO errors as they are.
    /// </summary>
    IReadOnlyList<ScoredCase> Train(TrainingRequest request, Action<string> report);
}

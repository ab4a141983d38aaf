namespace CallIntake.Engine.Triage.Training;

/// <summary>What a model answered for a case whose author it had not seen.</summary>
/// <param name="Item">The case.</param>
/// <param name="Answers">Probabilities of all answers.</param>
internal sealed record LeftOutAnswer(TrainingCase Item, float[] Answers);

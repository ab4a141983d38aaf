namespace CallIntake.Engine.Triage.Training;

/// <summary>What a model answered for a case whose author it had not seen.</summary>
/// <param name="Item">The case.</param>
/// <param name="Each">Probabilities of all answers of every member, one after the other.</param>
/// <param name="Answers">Probabilities of all answers of the model.</param>
internal sealed record LeftOutAnswer(TrainingCase Item, float[] Each, float[] Answers);

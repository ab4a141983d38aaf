using CallIntake.Engine.Triage.Classifier;
using CallIntake.Engine.Triage.Rules;
using CallIntake.Engine.Triage.Scoring;

namespace CallIntake.Engine.Triage.Training;

/// <summary>A labelled case as the trainer needs it.</summary>
/// <param name="Case">Text and labels.</param>
/// <param name="Facts">What the rules found.</param>
/// <param name="Features">What the model sees.</param>
/// <param name="Labels">Index of the right answer to each question.</param>
internal sealed record TrainingCase(LabelledCase Case, CallFacts Facts, FeatureVector Features, int[] Labels);

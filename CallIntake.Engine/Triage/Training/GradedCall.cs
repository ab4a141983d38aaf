using CallIntake.Engine.Triage.Classifier;

namespace CallIntake.Engine.Triage.Training;

/// <summary>What the search for thresholds needs of a call whose author was left out.</summary>
/// <param name="Label">Right urgency.</param>
/// <param name="Floor">The lowest urgency that the rules allow.</param>
/// <param name="Chances">Probability of low, medium, high, critical.</param>
/// <param name="Scene">Contrast scene that it belongs to; null for a call of its own.</param>
internal sealed record GradedCall(Urgency Label, Urgency Floor, float[] Chances, string? Scene)
{
    /// <summary>The grade that these thresholds give it.</summary>
    public Urgency Grade(ModelThresholds thresholds) => Urgencies.Higher(thresholds.Grade(Chances), Floor);
}

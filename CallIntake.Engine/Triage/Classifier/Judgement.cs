namespace CallIntake.Engine.Triage.Classifier;

/// <summary>What a judge makes of a call, before the floor of the rules is applied. Immutable.</summary>
/// <param name="Urgency">How soon somebody must act.</param>
/// <param name="UrgencyChances">Probability of low, medium, high, critical.</param>
/// <param name="Category">Cause of the call.</param>
/// <param name="CategoryChance">Probability of that cause.</param>
/// <param name="Danger">Somebody is in danger now.</param>
/// <param name="Weapons">A weapon is present or was used.</param>
/// <param name="Department">Who is sent; null for nobody.</param>
/// <param name="AlsoNotify">Who else is told.</param>
/// <param name="Doubtful">The call may be worse than it is graded, or its words do not hang together: a human must look.</param>
/// <param name="Language">ru, kk or mixed; null where the judge does not tell.</param>
internal sealed record Judgement(
    Urgency Urgency,
    IReadOnlyList<double> UrgencyChances,
    string Category,
    double CategoryChance,
    bool Danger,
    bool Weapons,
    string? Department,
    IReadOnlyList<string> AlsoNotify,
    bool Doubtful,
    string? Language = null);

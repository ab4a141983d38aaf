namespace CallIntake.Engine.Triage.Rules;

/// <summary>What usually holds for a cause; used where nothing better is known.</summary>
/// <param name="Category">Code of the cause.</param>
/// <param name="Urgency">Usual urgency.</param>
/// <param name="Department">Who is sent; null for nobody.</param>
/// <param name="AlsoNotify">Who else is told.</param>
/// <param name="Weight">Rank of the cause where the words fit several: the higher wins.</param>
internal sealed record CauseRule(string Category, Urgency Urgency, string? Department, IReadOnlyList<string> AlsoNotify, double Weight);

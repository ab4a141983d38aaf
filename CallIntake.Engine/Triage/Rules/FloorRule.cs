namespace CallIntake.Engine.Triage.Rules;

/// <summary>A rule of the floor: where its words stand together, the call is at least this urgent.</summary>
/// <param name="Kind">Code of the signal that it gives.</param>
/// <param name="Urgency">The floor; null for a signal that raises nothing by itself.</param>
/// <param name="Terms">Conditions; the first is the one that is underlined.</param>
internal sealed record FloorRule(string Kind, Urgency? Urgency, IReadOnlyList<FloorTerm> Terms);

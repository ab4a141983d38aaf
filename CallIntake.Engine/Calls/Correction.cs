namespace CallIntake.Engine.Calls;

/// <summary>An operator's value for a field; the machine's value stays beside it.</summary>
/// <param name="Field">JSON name of the record's field (urgency, category, address, current_danger, people_involved, weapons, recommended_department).</param>
/// <param name="MachineValue">What the machine had said, as text; null where it had said nothing.</param>
/// <param name="Value">The operator's value as text; null for nothing.</param>
/// <param name="By">Sign-in name of the operator.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why; required where the urgency is lowered.</param>
public sealed record Correction(string Field, string? MachineValue, string? Value, string By, DateTimeOffset At, string? Reason = null);

using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;

namespace CallIntake.Web.Components.Calls;

/// <summary>A correction while it is being written: what is missing before it can be saved. Immutable.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">The new value as text; null for nothing.</param>
/// <param name="Reason">Why; needed where the urgency is lowered.</param>
public sealed record CorrectionDraft(string Field, string? Value, string? Reason = null)
{
    /// <summary>The value without spaces around it; null for nothing.</summary>
    public string? Tidy => string.IsNullOrWhiteSpace(Value) ? null : Value.Trim();

    /// <summary>Whether the value is less urgent than what the call has now, or than what the machine said.</summary>
    public bool Lowers(Call call) => Field == "urgency" && Urgencies.TryParse(Tidy, out var urgency)
        && (urgency < call.Urgency || urgency < call.Record?.Urgency);

    /// <summary>Resource key of what is missing; null where it can be saved.</summary>
    public string? Missing(Call call) => !CorrectedRecord.IsValid(Field, Tidy) ? "Correct_valueWrong"
        : Lowers(call) && string.IsNullOrWhiteSpace(Reason) ? "Correct_reasonNeeded"
        : null;
}

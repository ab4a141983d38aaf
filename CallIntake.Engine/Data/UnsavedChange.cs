using CallIntake.Engine.Calls;

namespace CallIntake.Engine.Data;

/// <summary>A line of the emergency journal.</summary>
/// <param name="Call">The whole state after the change.</param>
/// <param name="Event">The event; null where the change has none.</param>
internal sealed record UnsavedChange(Call Call, CallEvent? Event);

using CallIntake.Engine.Calls;

namespace CallIntake.Web.Components.Calls;

/// <summary>What was chosen when closing a call.</summary>
/// <param name="Disposition">How it ended.</param>
/// <param name="Note">A note; null for none.</param>
public sealed record CloseChoice(Disposition Disposition, string? Note);

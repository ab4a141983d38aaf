namespace CallIntake.Web.Components.Calls;

/// <summary>A piece of what somebody said, with one look.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Raised">They raised the urgency.</param>
/// <param name="Doubtful">The recogniser is not sure of them.</param>
/// <param name="JumpTo">Seconds from the start of the recording at which they are spoken; null where unknown.</param>
public readonly record struct TextPiece(string Text, bool Raised = false, bool Doubtful = false, double? JumpTo = null);

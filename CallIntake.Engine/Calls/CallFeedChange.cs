namespace CallIntake.Engine.Calls;

/// <summary>One change of the board.</summary>
/// <param name="CallId">The call that changed.</param>
/// <param name="Call">Its new state; null where it left the board.</param>
public readonly record struct CallFeedChange(Guid CallId, Call? Call);

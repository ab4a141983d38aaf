namespace CallIntake.Engine.Calls;

/// <summary>What a line tells of a call when it arrives. All texts are cleaned of control characters and bounded in length.</summary>
/// <param name="CallerId">The caller's number; empty where withheld.</param>
/// <param name="Channel">Name of the channel.</param>
/// <param name="UniqueId">The exchange's unique id.</param>
/// <param name="IsTest">A test call of the product's own caller.</param>
public sealed record CallArrival(string CallerId, string? Channel, string? UniqueId, bool IsTest);

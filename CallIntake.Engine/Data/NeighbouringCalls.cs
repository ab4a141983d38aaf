namespace CallIntake.Engine.Data;

/// <summary>The calls beside a call by time of arrival; null at the ends.</summary>
/// <param name="Previous">The one that arrived before it.</param>
/// <param name="Next">The one that arrived after it.</param>
public readonly record struct NeighbouringCalls(Guid? Previous, Guid? Next);

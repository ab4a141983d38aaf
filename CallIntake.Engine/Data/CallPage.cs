namespace CallIntake.Engine.Data;

/// <summary>A page of the history.</summary>
/// <param name="Calls">The calls of the page.</param>
/// <param name="Total">How many there are in all; counted up to <see cref="CallHistory.LargestTotal"/>.</param>
/// <param name="IsCapped">There are more than <paramref name="Total"/>; show "10 000+" and ask to narrow the filter.</param>
public sealed record CallPage(IReadOnlyList<CallListItem> Calls, int Total, bool IsCapped);

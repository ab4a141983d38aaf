using CallIntake.Engine.Calls;

namespace CallIntake.Web.Live;

/// <summary>How many calls stand how, whatever the filter shows.</summary>
/// <param name="InProgress">The machine or a human talks to the caller.</param>
/// <param name="New">Nobody has taken them.</param>
/// <param name="Critical">Critical and not closed.</param>
public readonly record struct BoardCounts(int InProgress, int New, int Critical)
{
    /// <summary>Counts a board.</summary>
    public static BoardCounts Of(IEnumerable<Call> calls)
    {
        var counts = default(BoardCounts);
        foreach (var call in calls)
        {
            counts = new BoardCounts(
                counts.InProgress + (call.Status == CallStatus.InProgress ? 1 : 0),
                counts.New + (BoardArrangement.IsUnacknowledged(call) ? 1 : 0),
                counts.Critical + (BoardArrangement.IsOpenCritical(call) ? 1 : 0));
        }

        return counts;
    }
}

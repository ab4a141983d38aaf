using CallIntake.Engine.Calls;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Data;

/// <summary>Which calls stand on the live board. Thread-safe.</summary>
internal sealed class BoardPolicy(IOptions<DatabaseOptions> options, CallFeed feed, TimeProvider time)
{
    /// <summary>Publishes a state where the call is on the board or belongs there; an old call that is looked at again does not return.</summary>
    public void Show(Call call)
    {
        if (feed.Current.Calls.ContainsKey(call.Id) || (call.Status != CallStatus.Closed && Belongs(call, time.GetUtcNow())))
        {
            feed.Publish(call);
        }
    }

    /// <summary>Nothing that nobody has taken leaves the board by time alone.</summary>
    public bool Belongs(Call call, DateTimeOffset changedAt) => call.Status switch
    {
        CallStatus.InProgress => true,
        CallStatus.Closed => time.GetUtcNow() - changedAt < options.Value.KeepClosedOnBoard,
        _ => call.AcknowledgedAt is null || time.GetUtcNow() - call.StartedAt < options.Value.KeepOpenOnBoard,
    };

    /// <summary>Ended calls above the greatest number, those first that are missed least.</summary>
    public IEnumerable<Call> Surplus(IReadOnlyCollection<Call> calls)
    {
        Call[] ended = [.. calls.Where(call => call.Status != CallStatus.InProgress)];
        return ended
            .OrderByDescending(call => call.Status == CallStatus.Closed)
            .ThenByDescending(call => call.AcknowledgedAt is not null)
            .ThenBy(call => call.Urgency)
            .ThenBy(call => call.StartedAt)
            .Take(Math.Max(0, ended.Length - options.Value.MaximumOnBoard));
    }
}

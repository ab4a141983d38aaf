using CallIntake.Engine.Calls;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace CallIntake.Web.Hubs;

/// <summary>
/// Live calls for other programs, at <c>/hubs/calls</c>. A client calls <see cref="Watch"/> and then receives <c>CallChanged(card)</c> for
/// every newer state of a call that its filter lets through, <c>CallEnded(id)</c> once the machine has left such a call, and
/// <c>CallRemoved(id)</c> when the call leaves the board or the filter.
/// </summary>
[Authorize]
internal sealed class CallsHub(CallWatchers watchers, CallFeed feed) : Hub
{
    /// <summary>Path of the hub.</summary>
    public const string Path = "/hubs/calls";

    /// <summary>Begins to watch, or watches with another filter from now on; returns what is on the board.</summary>
    /// <exception cref="HubException">The filter has an unknown value; the message names it.</exception>
    public CallsSnapshot Watch(CallWatchFilter? filter)
    {
        filter ??= new CallWatchFilter();
        if (filter.FindProblem() is { } problem)
        {
            throw new HubException(problem);
        }

        // First the watcher, then the snapshot: a change in between comes twice (versions tell), never not at all.
        var watcher = watchers.Set(Context, Clients.Caller, filter);
        var board = feed.Current;
        var calls = board.Calls.Values.Where(filter.Matches).OrderByDescending(call => call.StartedAt).ThenByDescending(call => call.Id).ToList();
        watcher.Remember(calls);
        return new CallsSnapshot(board.Version, [.. calls.Select(CallCard.From)]);
    }

    /// <inheritdoc />
    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        await watchers.RemoveAsync(Context.ConnectionId);
        await base.OnDisconnectedAsync(exception);
    }
}

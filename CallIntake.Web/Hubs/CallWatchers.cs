using System.Collections.Concurrent;
using CallIntake.Engine.Calls;
using Microsoft.AspNetCore.SignalR;

namespace CallIntake.Web.Hubs;

/// <summary>The clients of the hub that watch calls. Thread-safe.</summary>
internal sealed class CallWatchers(ILogger<CallWatchers> logger)
{
    private readonly ConcurrentDictionary<string, CallWatcher> _watchers = new(StringComparer.Ordinal);

    /// <summary>All that watch now.</summary>
    public ICollection<CallWatcher> All => _watchers.Values;

    /// <summary>Begins a watch or gives it another filter.</summary>
    public CallWatcher Set(HubCallerContext context, IClientProxy client, CallWatchFilter filter)
    {
        var watcher = _watchers.GetOrAdd(context.ConnectionId, _ => new CallWatcher(context, client, filter, logger));
        watcher.Refilter(filter);
        return watcher;
    }

    /// <summary>Ends a watch.</summary>
    public Task RemoveAsync(string connectionId) => _watchers.TryRemove(connectionId, out var watcher) ? watcher.DrainAsync() : Task.CompletedTask;

    /// <summary>Tells every watcher of a change; returns at once.</summary>
    public void Post(CallFeedChange change)
    {
        foreach (var watcher in _watchers.Values)
        {
            watcher.Post(change);
        }
    }
}

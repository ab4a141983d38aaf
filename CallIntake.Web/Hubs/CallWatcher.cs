using CallIntake.Engine.Calls;
using Microsoft.AspNetCore.SignalR;

namespace CallIntake.Web.Hubs;

/// <summary>
/// One client of the hub. Changes wait, the newest for each call, while an earlier one is being sent: a slow client skips states and holds
/// nobody up. Thread-safe.
/// </summary>
internal sealed class CallWatcher(HubCallerContext context, IClientProxy client, CallWatchFilter filter, ILogger logger)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Call?> _pending = [];
    private readonly Dictionary<Guid, bool> _shown = [];
    private CallWatchFilter _filter = filter;
    private Task _sending = Task.CompletedTask;
    private bool _isSending;

    /// <summary>The connection and who it belongs to.</summary>
    public HubCallerContext Context => context;

    /// <summary>Takes another filter.</summary>
    public void Refilter(CallWatchFilter filter)
    {
        lock (_gate)
        {
            _filter = filter;
            _shown.Clear();
        }
    }

    /// <summary>Notes which calls the client got with the snapshot.</summary>
    public void Remember(IEnumerable<Call> calls)
    {
        lock (_gate)
        {
            foreach (var call in calls)
            {
                _shown[call.Id] = call.EndedAt is not null;
            }
        }
    }

    /// <summary>Hands over a change of the board; returns at once.</summary>
    public void Post(CallFeedChange change)
    {
        lock (_gate)
        {
            _pending[change.CallId] = change.Call;
            if (!_isSending)
            {
                _isSending = true;
                _sending = SendAsync();
            }
        }
    }

    /// <summary>Waits for what is being sent.</summary>
    public Task DrainAsync()
    {
        lock (_gate)
        {
            _pending.Clear();
            return _sending;
        }
    }

    private async Task SendAsync()
    {
        // Away from the thread that changed the call.
        await Task.Yield();
        try
        {
            while (TakeMessages() is { } messages)
            {
                foreach (var (method, argument) in messages)
                {
                    await client.SendAsync(method, argument, context.ConnectionAborted);
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or InvalidOperationException or IOException)
        {
            // The client went away in the middle; SignalR ends the connection and the hub forgets it.
            Log.ClientGone(logger, exception);
        }
        finally
        {
            lock (_gate)
            {
                _isSending = false;
            }
        }
    }

    private List<(string Method, object Argument)>? TakeMessages()
    {
        lock (_gate)
        {
            if (_pending.Count == 0)
            {
                return null;
            }

            var messages = _pending.SelectMany(change => Messages(change.Key, change.Value)).ToList();
            _pending.Clear();
            return messages;
        }
    }

    private IEnumerable<(string Method, object Argument)> Messages(Guid id, Call? call)
    {
        var known = _shown.TryGetValue(id, out var hadEnded);
        if (call is null || !_filter.Matches(call))
        {
            if (known)
            {
                _shown.Remove(id);
                if (call is { EndedAt: not null } && !hadEnded)
                {
                    yield return ("CallEnded", id);
                }

                yield return ("CallRemoved", id);
            }

            yield break;
        }

        _shown[id] = call.EndedAt is not null;
        yield return ("CallChanged", CallCard.From(call));
        if (call.EndedAt is not null && !hadEnded)
        {
            yield return ("CallEnded", id);
        }
    }
}

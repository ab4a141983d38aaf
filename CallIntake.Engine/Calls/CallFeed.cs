namespace CallIntake.Engine.Calls;

/// <summary>
/// The live board's source: an immutable snapshot that is swapped whole, and a signal that there is a newer one. Subscribers are told
/// outside the lock, after the swap, and read <see cref="Current"/> themselves, so a slow one only skips states. Thread-safe.
/// </summary>
public sealed class CallFeed
{
    private readonly Lock _gate = new();
    private volatile BoardSnapshot _current = BoardSnapshot.Empty;
    private Action<CallFeedChange>[] _subscribers = [];

    /// <summary>The newest snapshot.</summary>
    public BoardSnapshot Current => _current;

    /// <summary>Puts a call on the board or replaces an older version of it.</summary>
    public void Publish(Call call) => Swap(new CallFeedChange(call.Id, call), calls =>
        calls.TryGetValue(call.Id, out var known) && known.Version > call.Version ? calls : calls.SetItem(call.Id, call));

    /// <summary>Takes a call off the board.</summary>
    public void Remove(Guid callId) => Swap(new CallFeedChange(callId, null), calls => calls.Remove(callId));

    /// <summary>
    /// Calls <paramref name="changed"/> after every change, on the thread that made it: it must only set a flag or write to a channel.
    /// Disposing the result ends the subscription.
    /// </summary>
    public IDisposable Subscribe(Action<CallFeedChange> changed)
    {
        lock (_gate)
        {
            _subscribers = [.. _subscribers, changed];
        }

        return new Subscription(this, changed);
    }

    private void Swap(CallFeedChange change, Func<System.Collections.Immutable.ImmutableDictionary<Guid, Call>, System.Collections.Immutable.ImmutableDictionary<Guid, Call>> update)
    {
        Action<CallFeedChange>[] subscribers;
        lock (_gate)
        {
            var calls = update(_current.Calls);
            if (ReferenceEquals(calls, _current.Calls))
            {
                return;
            }

            _current = new BoardSnapshot(_current.Version + 1, calls);
            subscribers = _subscribers;
        }

        foreach (var subscriber in subscribers)
        {
            subscriber(change);
        }
    }

    private void Unsubscribe(Action<CallFeedChange> changed)
    {
        lock (_gate)
        {
            _subscribers = [.. _subscribers.Where(subscriber => subscriber != changed)];
        }
    }

    private sealed class Subscription(CallFeed feed, Action<CallFeedChange> changed) : IDisposable
    {
        public void Dispose() => feed.Unsubscribe(changed);
    }
}

using System.Collections.Concurrent;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Web.Live;

namespace CallIntake.Tests.Web.Support;

/// <summary>Calls in memory behind the recorder's and the archive's faces, on the same feed as the board under test.</summary>
internal sealed class InMemoryCalls(CallFeed feed) : ICallRecorder, ICallArchive
{
    private readonly ConcurrentDictionary<Guid, Call> _calls = new();
    private readonly ConcurrentQueue<CallEvent> _events = new();

    public IReadOnlyCollection<CallEvent> Events => _events;

    public Call this[Guid id] => _calls[id];

    public void Put(params Call[] calls)
    {
        foreach (var call in calls)
        {
            _calls[call.Id] = call;
            feed.Publish(call);
        }
    }

    public Task<RecordedCall> OpenAsync(Call call, CallEvent received)
    {
        _events.Enqueue(received);
        Put(call);
        return Task.FromResult(new RecordedCall(call, Saved: true));
    }

    public Task<RecordedCall> RecordAsync(Guid callId, Func<Call, Call> change, Func<Call, CallEvent>? makeEvent)
    {
        if (!_calls.TryGetValue(callId, out var call))
        {
            throw new KeyNotFoundException();
        }

        var next = change(call) with { Version = call.Version + 1 };
        if (makeEvent is not null)
        {
            _events.Enqueue(makeEvent(next));
        }

        Put(next);
        return Task.FromResult(new RecordedCall(next, Saved: true));
    }

    public Task<Call?> FindAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult(_calls.GetValueOrDefault(id));

    public Task<IReadOnlyList<CallEvent>> EventsAsync(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CallEvent>>([.. _events.Where(item => item.CallId == id)]);

    public Task<NeighbouringCalls> NeighboursAsync(Guid id, CancellationToken cancellationToken)
    {
        var ids = _calls.Values.OrderBy(call => call.StartedAt).Select(call => call.Id).ToList();
        var place = ids.IndexOf(id);
        return Task.FromResult(new NeighbouringCalls(place > 0 ? ids[place - 1] : null, place >= 0 && place < ids.Count - 1 ? ids[place + 1] : null));
    }
}

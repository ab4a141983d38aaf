using CallIntake.Engine.Calls;

namespace CallIntake.Tests.Calls;

/// <summary>Keeps the call and its events in memory.</summary>
internal sealed class FakeRecorder : ICallRecorder
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Call> _calls = [];

    public List<CallEvent> Events { get; } = [];

    public bool Saves { get; set; } = true;

    /// <summary>What saving waits for.</summary>
    public Func<Task> BeforeSaving { get; set; } = () => Task.CompletedTask;

    public Call Call => _calls.Values.Single();

    public IEnumerable<string> Stages => Events.Select(step => step.Stage);

    public Task<RecordedCall> OpenAsync(Call call, CallEvent received)
    {
        lock (_gate)
        {
            _calls[call.Id] = call;
            Events.Add(received);
            return Task.FromResult(new RecordedCall(call, Saves));
        }
    }

    public async Task<RecordedCall> RecordAsync(Guid callId, Func<Call, Call> change, Func<Call, CallEvent>? makeEvent)
    {
        await BeforeSaving();
        lock (_gate)
        {
            var next = change(_calls.TryGetValue(callId, out var call) ? call : throw new KeyNotFoundException());
            next = next with { Version = next.Version + 1 };
            _calls[callId] = next;
            if (makeEvent is not null)
            {
                Events.Add(makeEvent(next));
            }

            return new RecordedCall(next, Saves);
        }
    }
}

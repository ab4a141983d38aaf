using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using CallIntake.Engine.Calls;

namespace CallIntake.Engine.Data;

/// <summary>The calls in memory: those in progress, on the board, or with something the database does not have yet. Thread-safe.</summary>
internal sealed class CallMemory
{
    private readonly ConcurrentDictionary<Guid, CallEntry> _entries = new();

    public IEnumerable<CallEntry> Entries => _entries.Values;

    public bool TryGet(Guid callId, [NotNullWhen(true)] out CallEntry? entry) => _entries.TryGetValue(callId, out entry);

    public bool Contains(Guid callId) => _entries.ContainsKey(callId);

    /// <summary>Adds an entry, or gives the one that is there already.</summary>
    public CallEntry GetOrAdd(CallEntry entry) => _entries.GetOrAdd(entry.State.Id, entry);

    /// <summary>The newest state of a call in memory; null where it is not there.</summary>
    public Call? Find(Guid callId)
    {
        if (!_entries.TryGetValue(callId, out var entry))
        {
            return null;
        }

        lock (entry.Gate)
        {
            return entry.State;
        }
    }

    /// <summary>Events of a call that the database does not have yet.</summary>
    public IReadOnlyList<CallEvent> PendingEvents(Guid callId)
    {
        if (!_entries.TryGetValue(callId, out var entry))
        {
            return [];
        }

        lock (entry.Gate)
        {
            return [.. entry.Pending.Select(change => change.Event).OfType<CallEvent>()];
        }
    }

    /// <summary>Forgets a call; the caller holds its gate.</summary>
    public void Remove(CallEntry entry)
    {
        entry.Removed = true;
        _entries.TryRemove(KeyValuePair.Create(entry.State.Id, entry));
    }
}

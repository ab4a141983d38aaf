using CallIntake.Engine.Calls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Data;

/// <summary>
/// Applies changes to the calls in memory, shows them on the board and waits, for a bounded time, until the writer has stored them. What is
/// not stored by then goes to the emergency journal and is written later. Thread-safe; no lock is shared by two calls.
/// </summary>
internal sealed class CallRecorder(
    CallMemory memory, CallWriteQueue queue, UnsavedJournal journal, BoardPolicy board, CallFeed feed, IDbContextFactory<CallDbContext> contexts,
    CallStorageStatus status, IOptions<DatabaseOptions> options, TimeProvider time, ILogger<CallRecorder> logger) : ICallRecorder
{
    public async Task<RecordedCall> OpenAsync(Call call, CallEvent received)
    {
        var first = call with { Version = Math.Max(1, call.Version), StartedAt = CallMapping.Microseconds(call.StartedAt) };
        var entry = new CallEntry(first, stored: null);
        PendingChange change;
        lock (entry.Gate)
        {
            if (!ReferenceEquals(memory.GetOrAdd(entry), entry))
            {
                throw new ArgumentException($"Call {call.Id} is open already.", nameof(call));
            }

            change = entry.Add(state => state, first, received, time.GetUtcNow());
            feed.Publish(first);
            queue.Enqueue(entry);
        }

        return new RecordedCall(first, await SaveAsync(change, first.Id));
    }

    public async Task<RecordedCall> RecordAsync(Guid callId, Func<Call, Call> change, Func<Call, CallEvent>? makeEvent)
    {
        while (true)
        {
            if (!memory.TryGet(callId, out var entry))
            {
                entry = await LoadAsync(callId);
            }

            if (TryApply(entry, change, makeEvent, out var pending, out var next))
            {
                // What only the card shows (no event) waits for nothing: it is stored along with the next event.
                return new RecordedCall(next, pending is null || makeEvent is null || await SaveAsync(pending, callId));
            }
        }
    }

    /// <summary>
    /// Applies a change in memory and puts it in line for the database; false where the entry has left memory meanwhile. <paramref name="pending"/> is
    /// null where nothing changed and everything before is stored.
    /// </summary>
    /// <param name="entry">The call.</param>
    /// <param name="change">The change.</param>
    /// <param name="makeEvent">Its event.</param>
    /// <param name="pending">The change in line.</param>
    /// <param name="next">The new state.</param>
    /// <param name="onlyIfChanging">Drop the event as well where the change turns out to do nothing.</param>
    internal bool TryApply(
        CallEntry entry, Func<Call, Call> change, Func<Call, CallEvent>? makeEvent, out PendingChange? pending, out Call next, bool onlyIfChanging = false)
    {
        lock (entry.Gate)
        {
            pending = null;
            next = entry.State;
            if (entry.Removed)
            {
                return false;
            }

            var changed = change(entry.State);
            if (ReferenceEquals(changed, entry.State) && makeEvent is null)
            {
                pending = entry.Pending.LastOrDefault();
                return true;
            }

            next = changed with { Id = entry.State.Id, Version = entry.State.Version + 1 };
            pending = entry.Add(change, next, makeEvent?.Invoke(next), time.GetUtcNow(), onlyIfChanging);
            board.Show(next);
            if (makeEvent is not null)
            {
                queue.Enqueue(entry);
            }

            return true;
        }
    }

    /// <summary>Waits for the writer; false where the change is not in the database yet.</summary>
    private async Task<bool> SaveAsync(PendingChange change, Guid callId)
    {
        if (status.Problem is null)
        {
            try
            {
                if (await change.Attempted.WaitAsync(options.Value.WriteDeadline, time))
                {
                    return true;
                }
            }
            catch (TimeoutException)
            {
                SlowDatabase(change, callId);
            }
        }

        await journal.AppendAsync(change);
        return change.Saved;
    }

    /// <summary>Until a write succeeds again, no call waits for the database any more.</summary>
    private void SlowDatabase(PendingChange change, Guid callId)
    {
        status.Failed($"The database did not answer within {options.Value.WriteDeadline}.");
        logger.WriteSlow(callId, options.Value.WriteDeadline);
        if (change.Attempted is { IsCompletedSuccessfully: true, Result: true })
        {
            status.Recovered();
        }
    }

    private async Task<CallEntry> LoadAsync(Guid callId)
    {
        await using var context = contexts.CreateDbContext();
        try
        {
            var rows = await context.Calls.AsNoTracking().Where(row => row.Id == callId).ToListAsync(CancellationToken.None);
            if (rows.Count == 0)
            {
                throw new KeyNotFoundException($"There is no call {callId}.");
            }

            var (call, lastEventAt) = (await CallReader.WithEventsAsync(context, rows, CancellationToken.None))[0];
            return memory.GetOrAdd(new CallEntry(call, call) { LastEventAt = lastEventAt, ChangedAt = time.GetUtcNow() });
        }
        catch (Exception exception) when (context.IsUnavailable(exception))
        {
            throw new CallStorageException("The call is not in memory and the database cannot be read.", exception);
        }
    }
}

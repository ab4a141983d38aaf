using CallIntake.Engine.Calls;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Data;

/// <summary>
/// Writes what is pending, several calls in one transaction, so that many calls at once cost one flush of the disk. Used by
/// <see cref="CallStorageService"/> alone, one attempt after the other.
/// </summary>
internal sealed class CallWriter(
    CallStore store, CallRebase rebase, CallWriteQueue queue, UnsavedJournal journal, CallStorageStatus status, StorageMetrics metrics,
    IOptions<DatabaseOptions> options, TimeProvider time, ILogger<CallWriter> logger)
{
    /// <summary>Attempts after a conflict that follow at once, each on what the database holds then.</summary>
    private const int ImmediateAttempts = 5;

    private readonly List<(CallEntry Entry, DateTimeOffset Due)> _postponed = [];

    /// <summary>When the next call that was refused alone is to be tried again; null where there is none.</summary>
    public DateTimeOffset? NextDue => _postponed.Count == 0 ? null : _postponed.Min(postponed => postponed.Due);

    /// <summary>Puts refused calls whose time has come in line again; all of them where the host stops.</summary>
    public void Resume(bool all)
    {
        var now = time.GetUtcNow();
        foreach (var postponed in _postponed.Where(postponed => all || postponed.Due <= now).ToArray())
        {
            _postponed.Remove(postponed);
            lock (postponed.Entry.Gate)
            {
                queue.Enqueue(postponed.Entry);
            }
        }
    }

    /// <summary>Writes the calls; those that fail are put in line again. False where the database as a whole does not work now.</summary>
    public async Task<bool> WriteAsync(IReadOnlyList<CallEntry> entries)
    {
        try
        {
            foreach (var entry in entries.Where(entry => entry.Uncertain))
            {
                await rebase.RebaseAsync(entry);
            }

            await WriteTogetherAsync(entries);
            return true;
        }
        catch (Exception exception) when (store.IsUnavailable(exception))
        {
            Unavailable(entries, exception);
            return false;
        }
        catch (Exception exception) when (entries.Count > 1)
        {
            // One of them is to blame; alone, each shows whether it is the one.
            logger.BatchFailed(exception, entries.Count);
            return await WriteOneByOneAsync(entries);
        }
        catch (Exception exception)
        {
            Refused(entries[0], exception);
            return true;
        }
    }

    private async Task<bool> WriteOneByOneAsync(IReadOnlyList<CallEntry> entries)
    {
        for (var index = 0; index < entries.Count; index++)
        {
            if (!await WriteAsync([entries[index]]))
            {
                Requeue(entries.Skip(index + 1));
                return false;
            }
        }

        return true;
    }

    private async Task WriteTogetherAsync(IReadOnlyList<CallEntry> entries)
    {
        CallWrite[] writes = [.. entries.Select(Snapshot).OfType<CallWrite>()];
        if (writes.Length == 0)
        {
            return;
        }

        var started = time.GetTimestamp();
        await store.WriteAsync(writes);
        List<PendingChange> saved = [.. writes.SelectMany(write => write.Changes)];
        foreach (var write in writes)
        {
            Saved(write);
        }

        metrics.Written(saved.Count, time.GetElapsedTime(started));
        if (status.Recovered() is { } problem)
        {
            logger.DatabaseBack(time.GetUtcNow() - problem.Since);
        }

        await journal.SettleAsync(saved);
    }

    private static CallWrite? Snapshot(CallEntry entry)
    {
        lock (entry.Gate)
        {
            return entry.Pending.Count == 0 ? null : new CallWrite(entry, entry.Stored, [.. entry.Pending]);
        }
    }

    private static void Saved(CallWrite write)
    {
        lock (write.Entry.Gate)
        {
            write.Entry.Pending.RemoveRange(0, write.Changes.Count);
            write.Entry.Stored = write.Next;
            write.Entry.Failures = 0;
        }

        foreach (var change in write.Changes)
        {
            change.Attempt(saved: true);
        }
    }

    private void Unavailable(IReadOnlyList<CallEntry> entries, Exception exception)
    {
        metrics.Failed();
        if (status.Failed(exception.GetBaseException().Message))
        {
            logger.DatabaseUnavailable(exception);
        }

        Requeue(entries);
    }

    /// <summary>The database works but does not take this call: either it knows something newer, or the data do not fit.</summary>
    private void Refused(CallEntry entry, Exception exception)
    {
        lock (entry.Gate)
        {
            entry.Uncertain = true;
            entry.Failures++;
            if (entry.Failures <= ImmediateAttempts && store.IsConflict(exception))
            {
                queue.Enqueue(entry);
                return;
            }

            entry.Pending.ForEach(change => change.Attempt(saved: false));
        }

        metrics.Failed();
        logger.CallRefused(exception, entry.State.Id, entry.Failures);
        _postponed.Add((entry, time.GetUtcNow() + RetryDelay.After(entry.Failures, options.Value.MaximumRetryDelay)));
    }

    private void Requeue(IEnumerable<CallEntry> entries)
    {
        foreach (var entry in entries)
        {
            lock (entry.Gate)
            {
                entry.Uncertain = true;
                entry.Pending.ForEach(change => change.Attempt(saved: false));
                queue.Enqueue(entry);
            }
        }
    }
}

using CallIntake.Engine.Calls;
using Microsoft.Extensions.Logging;

namespace CallIntake.Engine.Data;

/// <summary>
/// Brings a call in memory and the database together where they do not agree: another engine changed the call, a commit went through
/// although its answer was lost, or changes come from the journal of an earlier run. What the database has is taken as the base; changes
/// that it has already are dropped by their event's id, the others are applied to it again in order.
/// </summary>
internal sealed class CallRebase(CallStore store, CallFeed feed, UnsavedJournal journal, ILogger<CallRebase> logger)
{
    public async Task RebaseAsync(CallEntry entry)
    {
        Guid callId;
        Guid[] eventIds;
        lock (entry.Gate)
        {
            callId = entry.State.Id;
            eventIds = [.. entry.Pending.Where(change => change.Event is not null).Select(change => change.Event!.Id)];
        }

        var (stored, row, known) = await store.LookAsync(callId, eventIds);
        List<PendingChange> saved = [];
        lock (entry.Gate)
        {
            entry.Uncertain = false;
            entry.Stored = stored;
            if (stored is not null)
            {
                saved = DropSaved(entry, row!, known);
                saved.AddRange(Replay(entry, stored));
                feed.Publish(entry.State);
            }
        }

        foreach (var change in saved)
        {
            change.Attempt(saved: true);
        }

        await journal.SettleAsync(saved);
        logger.Rebased(callId, saved.Count);
    }

    /// <summary>A transaction takes changes in order and whole, so everything up to the last known one is in the database.</summary>
    private static List<PendingChange> DropSaved(CallEntry entry, CallRow row, IReadOnlySet<Guid> known)
    {
        var last = entry.Pending.FindLastIndex(change =>
            (change.Event is not null && known.Contains(change.Event.Id))
            || (change.Event is null && change.Apply is not null && change.Result.Version == row.Version && SameRow(change.Result, row)));
        var saved = entry.Pending.GetRange(0, last + 1);
        entry.Pending.RemoveRange(0, last + 1);
        return saved;
    }

    private static bool SameRow(Call call, CallRow row)
    {
        var mapped = CallMapping.ToRow(call);
        return mapped.AiJson == row.AiJson && mapped.Status == row.Status && mapped.EndedAt == row.EndedAt && mapped.AudioPath == row.AudioPath
            && mapped.AcknowledgedBy == row.AcknowledgedBy && mapped.AnsweredAt == row.AnsweredAt && mapped.Outcome == row.Outcome;
    }

    /// <summary>Applies what is pending to the stored state; gives the changes that have nothing to do there any more.</summary>
    private List<PendingChange> Replay(CallEntry entry, Call stored)
    {
        var activity = entry.State.Activity;
        var state = stored with { Activity = activity };
        List<PendingChange> idle = [];
        foreach (var change in entry.Pending)
        {
            var next = Next(change, state);
            if (change.OnlyIfChanging && ReferenceEquals(next, state))
            {
                idle.Add(change);
                continue;
            }

            state = next with { Id = state.Id, Version = state.Version + 1 };
            change.Result = state;
        }

        entry.Pending.RemoveAll(idle.Contains);
        entry.State = state with { Activity = entry.Pending.Count == 0 && state.Status != CallStatus.InProgress ? CallActivity.Ended : activity };
        return idle;
    }

    private Call Next(PendingChange change, Call state)
    {
        if (change.Apply is null)
        {
            // A state from the journal replaces an older one; of a newer one only its event was missing.
            return change.Result.Version > state.Version ? change.Result : state;
        }

        try
        {
            return change.Apply(state);
        }
        catch (Exception exception)
        {
            // The change was fine on the state it was made for; its event is kept, the newer state stands.
            logger.ChangeNotReapplied(exception, state.Id);
            return state;
        }
    }
}

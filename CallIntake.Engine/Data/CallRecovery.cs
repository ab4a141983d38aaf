using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Data;

/// <summary>
/// What the host does about earlier runs when it starts: takes over the emergency journal, marks calls that a crash cut, and puts the calls
/// that still need somebody on the board.
/// </summary>
internal sealed class CallRecovery(
    CallMemory memory, CallWriteQueue queue, CallRecorder recorder, UnsavedJournal journal, BoardPolicy board, IDbContextFactory<CallDbContext> contexts,
    IOptions<DatabaseOptions> options, TimeProvider time, ILogger<CallRecovery> logger)
{
    /// <summary>Most calls that one start marks as cut; more than any exchange has at once.</summary>
    private const int MaximumInterrupted = 5_000;

    /// <summary>Calls of the journal come to memory and to the board, whether the database works or not.</summary>
    public async Task TakeOverJournalAsync()
    {
        var left = await journal.TakeOverAsync();
        foreach (var changes in left.GroupBy(change => change.Result.Id))
        {
            var last = changes.Last().Result;
            var lastEventAt = changes.Select(change => change.Event?.Timestamp ?? last.StartedAt).Max();
            var entry = new CallEntry(last, stored: null) { Uncertain = true, ChangedAt = time.GetUtcNow(), LastEventAt = lastEventAt };
            lock (entry.Gate)
            {
                entry.Pending.AddRange(changes);
                memory.GetOrAdd(entry);
                board.Show(last);
                queue.Enqueue(entry);
            }

            Interrupt(entry);
        }

        if (left.Count > 0)
        {
            logger.JournalTakenOver(left.Count);
        }
    }

    /// <summary>Marks calls that an earlier run left in progress.</summary>
    public async Task MarkInterruptedAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var inProgress = CallStatus.InProgress.Code();
        var rows = await context.Calls.AsNoTracking()
            .Where(row => row.Status == inProgress)
            .OrderByDescending(row => row.Timestamp)
            .Take(MaximumInterrupted)
            .ToListAsync(cancellationToken);
        var latest = options.Value.SeveralNodes ? time.GetUtcNow() - options.Value.InterruptedAfter : DateTimeOffset.MaxValue;
        var marked = 0;
        foreach (var (call, lastEventAt) in await CallReader.WithEventsAsync(context, [.. rows.Where(row => !memory.Contains(row.Id))], cancellationToken))
        {
            if (lastEventAt < latest)
            {
                Interrupt(memory.GetOrAdd(new CallEntry(call, call) { LastEventAt = lastEventAt, ChangedAt = time.GetUtcNow() }));
                marked++;
            }
        }

        if (marked > 0)
        {
            logger.CallsInterrupted(marked);
        }
    }

    /// <summary>Puts the open calls of the last day, and those that nobody has taken, on the board: the most urgent and newest first.</summary>
    public async Task LoadBoardAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var since = CallMapping.Microseconds(time.GetUtcNow() - options.Value.KeepOpenOnBoard);
        var open = OpenCodes();
        var rows = await context.Calls.AsNoTracking()
            .Where(row => open.Contains(row.Status) && (row.AcknowledgedAt == null || row.Timestamp >= since))
            .OrderBy(row => row.AcknowledgedAt != null)
            .ThenByDescending(row => row.UrgencyRank)
            .ThenByDescending(row => row.Timestamp)
            .Take(options.Value.MaximumOnBoard)
            .ToListAsync(cancellationToken);
        foreach (var (call, lastEventAt) in await CallReader.WithEventsAsync(context, [.. rows.Where(row => !memory.Contains(row.Id))], cancellationToken))
        {
            var entry = memory.GetOrAdd(new CallEntry(call, call) { LastEventAt = lastEventAt, ChangedAt = time.GetUtcNow() });
            lock (entry.Gate)
            {
                board.Show(entry.State);
            }
        }
    }

    private static string[] OpenCodes() =>
        [.. Enum.GetValues<CallStatus>().Where(status => status is not CallStatus.Closed and not CallStatus.InProgress).Select(status => status.Code())];

    private void Interrupt(CallEntry entry)
    {
        if (entry.State.Status == CallStatus.InProgress)
        {
            var lastSeen = entry.LastEventAt;
            recorder.TryApply(
                entry,
                call => Interrupted(call, lastSeen),
                call => CallEvent.Create(call, CallStages.Interrupted, time.GetUtcNow(), new { reason = "host_stopped", last_event_at = lastSeen }),
                out _,
                out _,
                onlyIfChanging: true);
        }
    }

    /// <summary>
    /// The call ended for the machine when it was last seen. Nothing heard counts as high, something heard as medium at least: what came
    /// after the cut is unknown.
    /// </summary>
    private static Call Interrupted(Call call, DateTimeOffset lastSeen)
    {
        var record = call.Record?.AtLeast(Urgency.Medium)
            ?? new TriageRecord { Urgency = Urgency.High, Category = Categories.Other, Summary = string.Empty };
        return call.Status != CallStatus.InProgress
            ? call
            : call with
            {
                Status = CallStatus.Interrupted,
                Activity = CallActivity.Ended,
                EndedAt = call.EndedAt ?? lastSeen,
                Record = record.WithHumanReason(HumanReasons.Interrupted),
            };
    }
}

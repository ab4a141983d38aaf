using CallIntake.Engine.Calls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Data;

/// <summary>
/// Writes the pending changes of several calls in one transaction: row, search text and events of each. Nothing here can be cancelled: a
/// caller who hangs up must not stop the saving of the call.
/// </summary>
internal sealed class CallStore(IDbContextFactory<CallDbContext> contexts, IOptions<DatabaseOptions> options)
{
    // From its thirtieth time on the runtime compiles a method for speed, in the background.
    private const int Rehearsals = 40;

    /// <summary>Least time that one statement may wait for a lock or the server before the attempt counts as failed.</summary>
    private static readonly TimeSpan LeastStatementLimit = TimeSpan.FromSeconds(5);

    private TimeSpan StatementLimit => options.Value.WriteDeadline > LeastStatementLimit ? options.Value.WriteDeadline : LeastStatementLimit;

    public async Task WriteAsync(IReadOnlyList<CallWrite> writes)
    {
        await using var context = contexts.CreateDbContext();
        context.Database.SetCommandTimeout(StatementLimit);
        await using var transaction = await context.Database.BeginTransactionAsync(CancellationToken.None);
        await SendAsync(context, writes);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>
    /// Writes calls and a change of each and takes everything back: the first real calls must not wait until the way to the database is
    /// compiled.
    /// </summary>
    public async Task RehearseAsync(DateTimeOffset now)
    {
        await using var context = contexts.CreateDbContext();
        context.Database.SetCommandTimeout(StatementLimit);
        await using var transaction = await context.Database.BeginTransactionAsync(CancellationToken.None);
        for (var call = 0; call < Rehearsals; call++)
        {
            await RehearseCallAsync(context, now);
            context.ChangeTracker.Clear();
        }

        await transaction.RollbackAsync(CancellationToken.None);
    }

    private static async Task RehearseCallAsync(CallDbContext context, DateTimeOffset now)
    {
        var call = new Call { Id = Guid.CreateVersion7(now), Version = 1, StartedAt = CallMapping.Microseconds(now) };
        var entry = new CallEntry(call, stored: null);
        await SendAsync(context, [new CallWrite(entry, null, [entry.Add(null, call, CallEvent.Create(call, CallStages.Received, now), now)])]);
        context.ChangeTracker.Clear();
        var changed = call.WithTurn(new CallTurn(Speaker.Caller, 0, "?", 0)) with { Version = 2 };
        await SendAsync(context, [new CallWrite(entry, call, [entry.Add(null, changed, CallEvent.Create(call, CallStages.Transcribed, now), now)])]);
    }

    private static async Task SendAsync(CallDbContext context, IReadOnlyList<CallWrite> writes)
    {
        foreach (var write in writes)
        {
            Stage(context, write);
        }

        await context.SaveChangesAsync(CancellationToken.None);
        foreach (var write in writes.Where(write => write.Stored is not null && write.SearchTextChanged))
        {
            await context.Search.Where(row => row.CallId == write.Next.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(search => search.Text, write.SearchText), CancellationToken.None);
        }
    }

    /// <summary>What the database has of a call now, and which of these events.</summary>
    public async Task<(Call? Call, CallRow? Row, IReadOnlySet<Guid> Events)> LookAsync(Guid callId, IReadOnlyList<Guid> eventIds)
    {
        await using var context = contexts.CreateDbContext();
        context.Database.SetCommandTimeout(StatementLimit);
        var row = await context.Calls.AsNoTracking().SingleOrDefaultAsync(call => call.Id == callId, CancellationToken.None);
        if (row is null)
        {
            return (null, null, new HashSet<Guid>());
        }

        var events = await CallReader.EventsAsync(context, callId, CancellationToken.None);
        return (CallMapping.ToCall(row, events), row, events.Select(callEvent => callEvent.Id).Intersect(eventIds).ToHashSet());
    }

    /// <summary>Whether a failed write says that the database holds something else than was thought.</summary>
    public bool IsConflict(Exception exception)
    {
        using var context = contexts.CreateDbContext();
        return exception is DbUpdateConcurrencyException || context.IsDuplicate(exception);
    }

    /// <summary>Whether a failed write says that the database as a whole does not work now.</summary>
    public bool IsUnavailable(Exception exception)
    {
        using var context = contexts.CreateDbContext();
        return context.IsUnavailable(exception);
    }

    private static void Stage(CallDbContext context, CallWrite write)
    {
        var next = CallMapping.ToRow(write.Next);
        if (write.Stored is null)
        {
            context.Calls.Add(next);
            context.Search.Add(new CallSearchRow { CallId = next.Id, Text = write.SearchText });
        }
        else
        {
            // Only what differs is written, so that the indexes of the other columns are left alone.
            var entry = context.Attach(CallMapping.ToRow(write.Stored));
            entry.CurrentValues.SetValues(next);
            entry.Property(row => row.UrgencyRank).IsModified = false;
        }

        context.Events.AddRange(write.Changes.Where(change => change.Event is not null).Select(change => CallMapping.ToRow(change.Event!)));
    }
}

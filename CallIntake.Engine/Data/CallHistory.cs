using System.Runtime.CompilerServices;
using CallIntake.Engine.Calls;
using Microsoft.EntityFrameworkCore;

namespace CallIntake.Engine.Data;

/// <summary>
/// Reads stored calls. A call that is in memory is given in its newest state, even while the database is gone. Every method throws
/// <see cref="CallStorageException"/> where the database cannot be read. Thread-safe.
/// </summary>
public sealed class CallHistory
{
    /// <summary>Most calls in one list or page.</summary>
    public const int LargestPage = 1_000;

    /// <summary>Calls of a filter are counted up to this number, so that counting never takes long.</summary>
    public const int LargestTotal = 10_000;

    /// <summary>Rows read at once while streaming: no transaction stays open while a slow reader takes them.</summary>
    private const int Chunk = 1_000;

    private readonly IDbContextFactory<CallDbContext> _contexts;
    private readonly CallMemory _memory;

    internal CallHistory(IDbContextFactory<CallDbContext> contexts, CallMemory memory)
    {
        _contexts = contexts;
        _memory = memory;
    }

    /// <summary>A call with its conversation and corrections; null where there is none.</summary>
    public async Task<Call?> FindAsync(Guid callId, CancellationToken cancellationToken) =>
        _memory.Find(callId) ?? await ReadAsync(context => CallReader.FindAsync(context, callId, cancellationToken));

    /// <summary>The events of a call, oldest first; those that still wait to be stored as well. None where there is no such call.</summary>
    public async Task<IReadOnlyList<CallEvent>> EventsAsync(Guid callId, CancellationToken cancellationToken)
    {
        var stored = await ReadAsync(context => CallReader.EventsAsync(context, callId, cancellationToken));
        var waiting = _memory.PendingEvents(callId);
        return waiting.Count == 0
            ? stored
            : [.. stored.Concat(waiting).DistinctBy(callEvent => callEvent.Id).OrderBy(callEvent => callEvent.Timestamp)];
    }

    /// <summary>Calls of a filter with conversation and corrections, newest first.</summary>
    /// <param name="filter">Which calls.</param>
    /// <param name="after">The last call of the list before; null begins with the newest.</param>
    /// <param name="limit">Most calls, up to <see cref="LargestPage"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<IReadOnlyList<Call>> ListAsync(CallFilter filter, CallCursor? after, int limit, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<Call>>(async context =>
        {
            var rows = await RowsAsync(context, filter, after, Math.Clamp(limit, 1, LargestPage), cancellationToken);
            return [.. (await CallReader.WithEventsAsync(context, rows, cancellationToken)).Select(read => read.Call)];
        });

    /// <summary>One page for the console's table, with a total that is counted up to <see cref="LargestTotal"/>.</summary>
    public Task<CallPage> PageAsync(CallFilter filter, CallSort sort, bool descending, int skip, int take, CancellationToken cancellationToken) =>
        ReadAsync(async context =>
        {
            var calls = await CallQueries.FilterAsync(context, filter, cancellationToken);
            var total = await calls.Take(LargestTotal + 1).CountAsync(cancellationToken);
            var rows = await CallQueries.Sort(calls, sort, descending)
                .Skip(Math.Clamp(skip, 0, LargestTotal))
                .Take(Math.Clamp(take, 1, LargestPage))
                .ToListAsync(cancellationToken);
            return new CallPage([.. rows.Select(CallListItem.From)], Math.Min(total, LargestTotal), total > LargestTotal);
        });

    /// <summary>The calls that arrived before and after one.</summary>
    public Task<NeighbouringCalls> NeighboursAsync(Guid callId, CancellationToken cancellationToken) => ReadAsync(async context =>
    {
        var at = await context.Calls.Where(row => row.Id == callId).Select(row => (DateTimeOffset?)row.Timestamp).SingleOrDefaultAsync(cancellationToken);
        if (at is null)
        {
            return default;
        }

        var here = new CallCursor(at.Value, callId);
        var previous = CallQueries.Sort(CallQueries.After(context.Calls, here), CallSort.Time, descending: true);
        var next = CallQueries.Sort(CallQueries.Before(context.Calls, here), CallSort.Time, descending: false);
        return new NeighbouringCalls(
            await previous.Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken),
            await next.Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken));
    });

    /// <summary>All calls of a filter, newest first, in a memory that does not grow with their number.</summary>
    public async IAsyncEnumerable<CallListItem> StreamAsync(CallFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CallCursor? after = null;
        while (true)
        {
            var rows = await ReadAsync(context => RowsAsync(context, filter, after, Chunk, cancellationToken));
            foreach (var row in rows)
            {
                yield return CallListItem.From(row);
            }

            if (rows.Count < Chunk)
            {
                yield break;
            }

            after = new CallCursor(rows[^1].Timestamp, rows[^1].Id);
        }
    }

    private static async Task<List<CallRow>> RowsAsync(
        CallDbContext context, CallFilter filter, CallCursor? after, int limit, CancellationToken cancellationToken)
    {
        var calls = await CallQueries.FilterAsync(context, filter, cancellationToken);
        calls = after is null ? calls : CallQueries.After(calls, after);
        return await CallQueries.Sort(calls, CallSort.Time, descending: true).Take(limit).ToListAsync(cancellationToken);
    }

    private async Task<T> ReadAsync<T>(Func<CallDbContext, Task<T>> read)
    {
        await using var context = _contexts.CreateDbContext();
        try
        {
            return await read(context);
        }
        catch (Exception exception) when (context.IsUnavailable(exception))
        {
            throw new CallStorageException($"The database cannot be read: {exception.GetBaseException().Message}", exception);
        }
    }
}

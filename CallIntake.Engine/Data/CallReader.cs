using CallIntake.Engine.Calls;
using Microsoft.EntityFrameworkCore;

namespace CallIntake.Engine.Data;

/// <summary>Reads whole calls with their events through a given context. Static.</summary>
internal static class CallReader
{
    public static async Task<Call?> FindAsync(CallDbContext context, Guid callId, CancellationToken cancellationToken)
    {
        var row = await context.Calls.AsNoTracking().SingleOrDefaultAsync(call => call.Id == callId, cancellationToken);
        return row is null ? null : CallMapping.ToCall(row, await EventsAsync(context, callId, cancellationToken));
    }

    public static async Task<IReadOnlyList<CallEvent>> EventsAsync(CallDbContext context, Guid callId, CancellationToken cancellationToken)
    {
        var rows = await context.Events.AsNoTracking()
            .Where(row => row.CallId == callId)
            .OrderBy(row => row.Timestamp).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(CallMapping.ToEvent)];
    }

    /// <summary>The calls of several rows, in their order.</summary>
    /// <remarks>All events are read, since any may carry a turn; a page of fifty calls has about a thousand.</remarks>
    public static async Task<IReadOnlyList<(Call Call, DateTimeOffset LastEventAt)>> WithEventsAsync(
        CallDbContext context, IReadOnlyList<CallRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Id).ToArray();
        var events = await context.Events.AsNoTracking()
            .Where(row => ids.Contains(row.CallId))
            .OrderBy(row => row.Timestamp).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        var byCall = events.ToLookup(row => row.CallId);
        return [.. rows.Select(row => (
            CallMapping.ToCall(row, byCall[row.Id].Select(CallMapping.ToEvent)),
            byCall[row.Id].Select(callEvent => callEvent.Timestamp).LastOrDefault(row.Timestamp)))];
    }
}

using CallIntake.Engine.Calls;
using Microsoft.EntityFrameworkCore;

namespace CallIntake.Engine.Data;

/// <summary>Builds the queries of the history, the same for every database but for the search of words. Static.</summary>
internal static class CallQueries
{
    /// <summary>The calls of a filter, in no order.</summary>
    public static async ValueTask<IQueryable<CallRow>> FilterAsync(CallDbContext context, CallFilter filter, CancellationToken cancellationToken)
    {
        var calls = Values(Period(context.Calls.AsNoTracking(), filter), filter);
        var terms = SearchText.Terms(filter.Text);
        return terms.Count == 0 ? calls : await context.MatchAsync(calls, terms, cancellationToken);
    }

    /// <summary>In an order; the id decides among equals, so that pages neither repeat nor skip a call.</summary>
    public static IQueryable<CallRow> Sort(IQueryable<CallRow> calls, CallSort sort, bool descending) => (sort, descending) switch
    {
        (CallSort.Urgency, true) => calls.OrderByDescending(row => row.UrgencyRank).ThenByDescending(row => row.Timestamp).ThenByDescending(row => row.Id),
        (CallSort.Urgency, false) => calls.OrderBy(row => row.UrgencyRank).ThenBy(row => row.Timestamp).ThenBy(row => row.Id),
        (CallSort.Duration, true) => calls.OrderByDescending(row => row.DurationMs ?? -1).ThenByDescending(row => row.Id),
        (CallSort.Duration, false) => calls.OrderBy(row => row.DurationMs ?? -1).ThenBy(row => row.Id),
        (_, true) => calls.OrderByDescending(row => row.Timestamp).ThenByDescending(row => row.Id),
        (_, false) => calls.OrderBy(row => row.Timestamp).ThenBy(row => row.Id),
    };

    /// <summary>What comes after a place in the list, newest first. The first condition lets the index start at the place.</summary>
    public static IQueryable<CallRow> After(IQueryable<CallRow> calls, CallCursor cursor)
    {
        var (at, id) = (CallMapping.Microseconds(cursor.StartedAt), cursor.Id);
        return calls.Where(row => row.Timestamp <= at && (row.Timestamp < at || row.Id.CompareTo(id) < 0));
    }

    /// <summary>What comes before a place in the list.</summary>
    public static IQueryable<CallRow> Before(IQueryable<CallRow> calls, CallCursor cursor)
    {
        var (at, id) = (CallMapping.Microseconds(cursor.StartedAt), cursor.Id);
        return calls.Where(row => row.Timestamp >= at && (row.Timestamp > at || row.Id.CompareTo(id) > 0));
    }

    private static IQueryable<CallRow> Period(IQueryable<CallRow> calls, CallFilter filter)
    {
        if (filter.From is { } from)
        {
            var first = CallMapping.Microseconds(from);
            calls = calls.Where(row => row.Timestamp >= first);
        }

        if (filter.To is { } to)
        {
            var end = CallMapping.Microseconds(to);
            calls = calls.Where(row => row.Timestamp < end);
        }

        return calls;
    }

    private static IQueryable<CallRow> Values(IQueryable<CallRow> calls, CallFilter filter)
    {
        int[] ranks = [.. filter.Urgencies.Select(urgency => (int)urgency)];
        string[] statuses = [.. filter.Statuses.Select(status => status.Code())];
        var departments = DepartmentSet.HoldingAny(filter.Departments);
        calls = ranks.Length > 0 ? calls.Where(row => ranks.Contains(row.UrgencyRank)) : calls;
        calls = statuses.Length > 0 ? calls.Where(row => statuses.Contains(row.Status)) : calls;
        calls = filter.Categories.Count > 0 ? calls.Where(row => filter.Categories.Contains(row.Category!)) : calls;
        calls = filter.Departments.Count > 0 ? calls.Where(row => departments.Contains(row.Departments)) : calls;
        calls = filter.Languages.Count > 0 ? calls.Where(row => filter.Languages.Contains(row.Language!)) : calls;
        calls = filter.NeedsHuman is { } needsHuman ? calls.Where(row => row.NeedsHuman == needsHuman) : calls;
        return filter.IsTest is { } isTest ? calls.Where(row => row.IsTest == isTest) : calls;
    }
}

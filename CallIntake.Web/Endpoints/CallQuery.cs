using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Engine.Triage;

namespace CallIntake.Web.Endpoints;

/// <summary>The filter of <c>/api/calls</c>, <c>/api/calls.csv</c> and the history page, read from a query string.</summary>
internal static class CallQuery
{
    /// <summary>Calls in one answer where nothing is said.</summary>
    public const int StandardLimit = 50;

    /// <summary>Most calls in one answer.</summary>
    public const int LargestLimit = 500;

    /// <summary>Longest text that is searched for, characters.</summary>
    public const int LongestText = 200;

    /// <summary>Languages a call can have.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["ru", "kk", "mixed"];

    /// <summary>Reads the filter; problems stay with the reader.</summary>
    public static CallFilter ReadFilter(QueryReader query)
    {
        var filter = new CallFilter
        {
            Urgencies = query.Many("urgency", code => (Urgencies.TryParse(code, out var urgency), urgency), Urgencies.All.Select(info => info.Code)),
            Categories = query.Many("category", Categories.All),
            Statuses = query.Many("status", code => (CallCodes.TryParseStatus(code, out var status), status), Enum.GetValues<CallStatus>().Select(status => status.Code())),
            Departments = query.Many("department", Departments.All),
            Languages = query.Many("language", Languages),
            NeedsHuman = query.Flag("needs_human"),
            From = query.Moment("from", isEnd: false),
            To = query.Moment("to", isEnd: true),
            Text = query.Text("q", LongestText),
        };
        if (filter.From >= filter.To)
        {
            query.Bad("to", "it is not after from.");
        }

        return filter;
    }

    /// <summary>Reads where to go on; null for the beginning.</summary>
    public static CallCursor? ReadCursor(QueryReader query)
    {
        if (query.Text("after", longest: 100) is not { } text)
        {
            return null;
        }

        if (CallCursor.Parse(text) is { } cursor)
        {
            return cursor;
        }

        query.Bad("after", "it is not the next of an earlier answer.");
        return null;
    }
}

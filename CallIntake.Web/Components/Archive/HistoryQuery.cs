using System.Globalization;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Engine.Triage;
using CallIntake.Web.Live;
using Microsoft.AspNetCore.WebUtilities;

namespace CallIntake.Web.Components.Archive;

/// <summary>
/// What the history shows: filter, days, order, page. Lives in the address line with the names of the REST surface, so that a supervisor
/// can send a link. Immutable.
/// </summary>
public sealed record HistoryQuery
{
    /// <summary>Calls on a page.</summary>
    public const int PageSize = 50;

    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Everything, newest first.</summary>
    public static HistoryQuery All { get; } = new();

    /// <summary>The filter that the board has too.</summary>
    public BoardFilter Filter { get; init; } = BoardFilter.All;

    /// <summary>First day, in the centre's zone.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, in the centre's zone.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Order of the lines.</summary>
    public CallSort Sort { get; init; } = CallSort.Time;

    /// <summary>The newest, most severe or longest first.</summary>
    public bool Descending { get; init; } = true;

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether anything is left out.</summary>
    public bool IsFiltered => Filter.IsActive || From is not null || To is not null;

    /// <summary>Reads the query of an address; values that do not exist are passed over.</summary>
    public static HistoryQuery Parse(string uri)
    {
        var at = uri.IndexOf('?', StringComparison.Ordinal);
        var query = at < 0 ? [] : QueryHelpers.ParseQuery(uri[at..].Split('#')[0]);
        return new HistoryQuery
        {
            Filter = BoardFilterQuery.Parse(uri),
            From = Date("from"),
            To = Date("to"),
            Sort = Enum.TryParse<CallSort>(One("sort"), ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : CallSort.Time,
            Descending = One("order") != "ascending",
            Page = int.TryParse(One("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 1 + (CallHistory.LargestTotal / PageSize)) : 1,
        };

        string? One(string name) => query.TryGetValue(name, out var values) ? values[0] : null;

        DateOnly? Date(string name) => ParseDate(One(name));
    }

    /// <summary>Reads a day as a date field gives it; null for none.</summary>
    public static DateOnly? ParseDate(string? text) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>A day as a date field wants it.</summary>
    public static string? FormatDate(DateOnly? date) => date?.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>Writes the query, with its question mark; empty for the plain history.</summary>
    public string Format()
    {
        var text = FormatFilter();
        Add("sort", Sort == CallSort.Time ? null : Sort.ToString().ToLowerInvariant());
        Add("order", Descending ? null : "ascending");
        Add("page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture));
        return text;

        void Add(string name, string? value) => text += value is null ? null : $"{(text.Length == 0 ? '?' : '&')}{name}={value}";
    }

    /// <summary>The filter alone, as the REST surface reads it.</summary>
    public string FormatFilter()
    {
        var text = BoardFilterQuery.Format(Filter);
        foreach (var (name, date) in new[] { ("from", From), ("to", To) })
        {
            if (date is not null)
            {
                text += $"{(text.Length == 0 ? '?' : '&')}{name}={FormatDate(date)}";
            }
        }

        return text;
    }

    /// <summary>The other order of a column, or the column with its first order; back on the first page.</summary>
    public HistoryQuery By(CallSort sort) => this with { Sort = sort, Descending = Sort != sort || !Descending, Page = 1 };

    /// <summary>The filter of the storage.</summary>
    public CallFilter ToFilter(TimeZoneInfo zone) => new()
    {
        Urgencies = [.. Urgencies.All.Where(info => Filter.Urgencies.Contains(info.Code)).Select(info => info.Urgency)],
        Categories = [.. Filter.Categories],
        Statuses = [.. Enum.GetValues<CallStatus>().Where(status => Filter.Statuses.Contains(status.Code()))],
        Departments = [.. Filter.Departments],
        Languages = [.. Filter.Languages],
        NeedsHuman = Filter.NeedsHuman ? true : null,
        Text = Filter.Text.Length > 0 ? Filter.Text : null,
        From = Start(From, zone),
        To = Start(To is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : To, zone),
    };

    private static DateTimeOffset? Start(DateOnly? date, TimeZoneInfo zone)
    {
        if (date is not { } day)
        {
            return null;
        }

        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(DateTime.SpecifyKind(local - zone.GetUtcOffset(local), DateTimeKind.Utc));
    }
}

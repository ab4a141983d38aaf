using System.Collections.Immutable;
using System.Text;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using Microsoft.AspNetCore.WebUtilities;

namespace CallIntake.Web.Live;

/// <summary>
/// The filter in the address line, with the names that the REST surface uses: <c>?urgency=critical&amp;urgency=high&amp;q=…</c>. Values that
/// do not exist are passed over, so that an old or mistyped link shows too much and never too little.
/// </summary>
public static class BoardFilterQuery
{
    private const int LongestText = 200;

    /// <summary>Reads the query of an address.</summary>
    public static BoardFilter Parse(string uri)
    {
        uri = uri.Split('#')[0];
        var at = uri.IndexOf('?', StringComparison.Ordinal);
        if (at < 0)
        {
            return BoardFilter.All;
        }

        var query = QueryHelpers.ParseQuery(uri[at..]);
        var text = query.TryGetValue("q", out var words) ? words.ToString().Trim() : string.Empty;
        return new BoardFilter
        {
            Urgencies = Read("urgency", value => Engine.Triage.Urgencies.TryParse(value, out _)),
            Categories = Read("category", Engine.Triage.Categories.Contains),
            Statuses = Read("status", Codes.OfAll<CallStatus>().Contains),
            Languages = Read("language", Codes.Languages.Contains),
            Departments = Read("department", Engine.Triage.Departments.All.Contains),
            NeedsHuman = query.TryGetValue("needs_human", out var human) && human == "true",
            Text = text.Length > LongestText ? text[..LongestText] : text,
        };

        ImmutableHashSet<string> Read(string name, Func<string, bool> known) => query.TryGetValue(name, out var values)
            ? [.. values.SelectMany(value => (value ?? string.Empty).Split(',')).Where(known)]
            : [];
    }

    /// <summary>Writes the query, with its question mark; empty where nothing is left out.</summary>
    public static string Format(BoardFilter filter)
    {
        var query = new StringBuilder();
        Write("urgency", Engine.Triage.Urgencies.All.Select(info => info.Code).Where(filter.Urgencies.Contains));
        Write("category", Engine.Triage.Categories.All.Where(filter.Categories.Contains));
        Write("status", Codes.OfAll<CallStatus>().Where(filter.Statuses.Contains));
        Write("language", Codes.Languages.Where(filter.Languages.Contains));
        Write("department", Engine.Triage.Departments.All.Where(filter.Departments.Contains));
        Write("needs_human", filter.NeedsHuman ? ["true"] : []);
        Write("q", filter.Text.Length > 0 ? [filter.Text] : []);
        return query.ToString();

        void Write(string name, IEnumerable<string> values)
        {
            foreach (var value in values)
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }
    }
}

using System.Globalization;
using System.Text;
using CallIntake.Engine.Data;
using CallIntake.Engine.Triage;

namespace CallIntake.Engine.Export;

/// <summary>Names an export's file by its filter, so that a folder of exports can be told apart. Static and pure.</summary>
public static class CallCsvName
{
    private const int MaximumLength = 100;
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>A name such as <c>calls_2026-03-01_2026-03-07_critical-high_theft.csv</c>: letters, digits, hyphens and underscores only.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="zone">Zone of the dates.</param>
    /// <param name="now">Today, where the filter names no end.</param>
    public static string Of(CallFilter filter, TimeZoneInfo zone, DateTimeOffset now)
    {
        List<string> parts = ["calls", filter.From is { } from ? Date(from, zone) : "all", Date(filter.To is { } to && to <= now ? to.AddTicks(-1) : now, zone)];
        parts.Add(string.Join('-', filter.Urgencies.Order().Reverse().Select(urgency => urgency.Code())));
        parts.Add(string.Join('-', filter.Categories));
        parts.Add(string.Join('-', filter.Statuses.Select(status => status.Code())));
        parts.Add(string.Join('-', filter.Departments));
        parts.Add(string.Join('-', filter.Languages));
        parts.Add(filter.NeedsHuman switch { true => "human", false => "no-human", null => string.Empty });
        parts.Add(filter.IsTest switch { true => "test", false => "no-test", null => string.Empty });
        parts.Add(filter.Text ?? string.Empty);
        var name = Safe(string.Join('_', parts.Where(part => part.Length > 0)));
        return (name.Length > MaximumLength ? name[..MaximumLength] : name) + ".csv";
    }

    private static string Date(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString(DateFormat, CultureInfo.InvariantCulture);

    private static string Safe(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            var kept = char.IsLetterOrDigit(character) || character is '-' or '_' ? character : '-';
            if (kept != '-' || safe.Length == 0 || safe[^1] != '-')
            {
                safe.Append(kept);
            }
        }

        return safe.ToString().Trim('-', '_');
    }
}

using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace CallIntake.Web.Endpoints;

/// <summary>
/// Reads a query string strictly: what is not known, or cannot be read, is an error that names the parameter, because a filter that is
/// silently passed over shows calls nobody asked for, or hides some.
/// </summary>
internal sealed class QueryReader(IQueryCollection query, TimeZoneInfo zone)
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd"];
    private static readonly string[] LocalFormats = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF"];
    private static readonly string[] ZonedFormats = ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    private readonly Dictionary<string, string[]> _problems = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong so far, by parameter; parameters that nobody read are wrong as well.</summary>
    public IReadOnlyDictionary<string, string[]> FindProblems()
    {
        foreach (var name in query.Keys.Where(name => !_read.Contains(name)))
        {
            _problems[name] = [$"there is no such parameter; there are {string.Join(", ", _read.Order(StringComparer.Ordinal))}."];
        }

        return _problems;
    }

    /// <summary>Several values, repeated or divided by commas.</summary>
    public IReadOnlyList<T> Many<T>(string name, Func<string, (bool Known, T Value)> parse, IEnumerable<string> known)
    {
        var values = new List<T>();
        foreach (var text in Take(name).SelectMany(value => (value ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            var (isKnown, value) = parse(text);
            if (isKnown)
            {
                values.Add(value);
            }
            else
            {
                Bad(name, $"'{Short(text)}' is not known; there are {string.Join(", ", known)}.");
            }
        }

        return [.. values.Distinct()];
    }

    /// <summary>Several values of a closed list.</summary>
    public IReadOnlyList<string> Many(string name, IReadOnlyCollection<string> known) => Many(name, value => (known.Contains(value), value), known);

    /// <summary>true or false; null where it is not there.</summary>
    public bool? Flag(string name) => One(name) switch
    {
        null => null,
        "true" or "1" => true,
        "false" or "0" => false,
        var other => Bad<bool?>(name, $"'{Short(other)}' is not true or false."),
    };

    /// <summary>A whole number within bounds; the default where it is not there.</summary>
    public int Number(string name, int standard, int smallest, int largest) => One(name) is not { } text
        ? standard
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= smallest && number <= largest
            ? number
            : Bad<int>(name, $"'{Short(text)}' is not a whole number from {smallest} to {largest}.");

    /// <summary>A text; null where it is not there or empty.</summary>
    public string? Text(string name, int longest) => One(name) is not { } text
        ? null
        : text.Length <= longest ? text : Bad<string?>(name, $"it has {text.Length} characters; {longest} are the most.");

    /// <summary>
    /// A moment: a date, a time of the centre's zone, or a time with its zone (ISO 8601). A date alone is its first moment, or, as an end,
    /// the first moment of the next day, since ends are exclusive.
    /// </summary>
    public DateTimeOffset? Moment(string name, bool isEnd)
    {
        if (One(name) is not { } text)
        {
            return null;
        }

        // A plus that was not escaped arrives as a space.
        text = text.Replace(' ', '+');
        var (culture, styles) = (CultureInfo.InvariantCulture, DateTimeStyles.None);
        if (DateTime.TryParseExact(text, DateFormats, culture, styles, out var date))
        {
            return isEnd && date < DateTime.MaxValue.Date ? InZone(date.AddDays(1)) : InZone(date);
        }

        if (DateTime.TryParseExact(text, LocalFormats, culture, styles, out var local))
        {
            return InZone(local);
        }

        return DateTimeOffset.TryParseExact(text, ZonedFormats, culture, styles, out var moment)
            ? moment.ToUniversalTime()
            : Bad<DateTimeOffset?>(name, $"'{Short(text)}' is no date such as 2026-11-27 and no time such as 2026-11-27T03:12:00+05:00.");
    }

    /// <summary>Notes that a parameter is wrong.</summary>
    public void Bad(string name, string message) => _problems[name] = _problems.TryGetValue(name, out var before) ? [.. before, message] : [message];

    private T? Bad<T>(string name, string message)
    {
        Bad(name, message);
        return default;
    }

    private DateTimeOffset InZone(DateTime local) => new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();

    private string? One(string name)
    {
        var values = Take(name);
        if (values.Count > 1)
        {
            Bad(name, "it is given more than once.");
        }

        return string.IsNullOrWhiteSpace(values.FirstOrDefault()) ? null : values[0]!.Trim();
    }

    private StringValues Take(string name)
    {
        _read.Add(name);
        return query.TryGetValue(name, out var values) ? values : StringValues.Empty;
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

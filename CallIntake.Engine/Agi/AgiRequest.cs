using System.Globalization;

namespace CallIntake.Engine.Agi;

/// <summary>
/// The block of "agi_key: value" lines with which Asterisk opens a session. Values are as they came: anything a caller can make an
/// exchange say may be in them. Unknown keys are kept, absent ones are null, of a key that comes twice the first counts. Immutable.
/// </summary>
internal sealed class AgiRequest
{
    private readonly Dictionary<string, string> _values;

    private AgiRequest(Dictionary<string, string> values)
    {
        _values = values;
        var script = this["agi_network_script"] ?? ScriptOf(this["agi_request"]);
        var query = script.IndexOf('?', StringComparison.Ordinal);
        Path = "/" + (query < 0 ? script : script[..query]).Trim('/');
        Query = query < 0 ? [] : script[(query + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries);
        Arguments = [.. ArgumentsOf(this)];
    }

    /// <summary>What stands behind the address in agi://address/path?query, beginning with a slash.</summary>
    public string Path { get; }

    /// <summary>The "name=value" parts of the query.</summary>
    public IReadOnlyList<string> Query { get; }

    /// <summary>The arguments that the dialplan gave to AGI().</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>The value of a key, null where it did not come.</summary>
    public string? this[string key] => _values.GetValueOrDefault(key);

    /// <summary>Whether the query or the arguments hold "name=value".</summary>
    public bool Has(string pair) => Query.Contains(pair, StringComparer.Ordinal) || Arguments.Contains(pair, StringComparer.Ordinal);

    /// <summary>Reads the lines of a block. Lines that are no "key: value" are passed over.</summary>
    public static AgiRequest Parse(IEnumerable<string> lines)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            // The first colon divides: keys have none, values may have any number. The space behind it is customary, not certain.
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                var value = line.AsSpan(colon + 1);
                values.TryAdd(line[..colon], (value.StartsWith(" ") ? value[1..] : value).ToString());
            }
        }

        return new AgiRequest(values);
    }

    private static string ScriptOf(string? url)
    {
        const string scheme = "agi://";
        if (url is null || !url.StartsWith(scheme, StringComparison.Ordinal))
        {
            return string.Empty;
        }

        var slash = url.IndexOf('/', scheme.Length);
        return slash < 0 ? string.Empty : url[(slash + 1)..];
    }

    private static IEnumerable<string> ArgumentsOf(AgiRequest request)
    {
        for (var number = 1; request["agi_arg_" + number.ToString(CultureInfo.InvariantCulture)] is { } argument; number++)
        {
            yield return argument;
        }
    }
}

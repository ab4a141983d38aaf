using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace CallIntake.Engine.Triage;

/// <summary>JSON of records, events and cards: snake_case names, nulls written, Cyrillic and Kazakh letters as they are.</summary>
public static class TriageJson
{
    /// <summary>One line, as stored in <c>ai_json</c>.</summary>
    public static JsonSerializerOptions Compact { get; } = Create(indented: false);

    /// <summary>For people to read.</summary>
    public static JsonSerializerOptions Pretty { get; } = Create(indented: true);

    /// <summary>The record as one line of JSON.</summary>
    public static string Serialize(TriageRecord record) => JsonSerializer.Serialize(record, Compact);

    /// <summary>Reads a stored record; null where the text is null or no record.</summary>
    public static TriageRecord? Deserialize(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<TriageRecord>(json, Compact);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseLower,
            WriteIndented = indented,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Cyrillic, UnicodeRanges.GeneralPunctuation, UnicodeRanges.Latin1Supplement),
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

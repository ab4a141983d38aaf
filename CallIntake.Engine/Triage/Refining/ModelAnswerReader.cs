using System.Text.Json;

namespace CallIntake.Engine.Triage.Refining;

/// <summary>
/// Reads the answer of a language model: the first JSON object in it, fenced, doubled or surrounded by prose. Unknown enum values, wrong
/// types and over-long strings are dropped field by field. Static and pure; never throws on any text.
/// </summary>
internal static class ModelAnswerReader
{
    private const int LongestAnswer = 20_000;
    private const int LongestText = 400;
    private const int MostPeople = 1000;

    /// <summary>The answer; null where there is no object, or none of its fields can be used.</summary>
    public static ModelAnswer? Read(string? content)
    {
        if (string.IsNullOrWhiteSpace(content) || content.Length > LongestAnswer)
        {
            return null;
        }

        for (var start = content.IndexOf('{', StringComparison.Ordinal); start >= 0; start = content.IndexOf('{', start + 1))
        {
            if (TryParse(content[start..], out var answer))
            {
                return answer;
            }
        }

        return null;
    }

    // Utf8JsonReader stops behind the first whole object, so a second one or prose after it does no harm.
    private static bool TryParse(string text, out ModelAnswer? answer)
    {
        answer = null;
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowMultipleValues = true });
        try
        {
            if (!JsonDocument.TryParseValue(ref reader, out var document))
            {
                return false;
            }

            using (document)
            {
                answer = document.RootElement.ValueKind == JsonValueKind.Object ? ReadFields(document.RootElement) : null;
                return answer is not null;
            }
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ModelAnswer? ReadFields(JsonElement root)
    {
        var answer = new ModelAnswer
        {
            Urgency = Urgencies.TryParse(Text(root, "urgency"), out var urgency) ? urgency : null,
            Category = Text(root, "category") is { } category && Categories.Contains(category) && category != Categories.AbandonedCall ? category : null,
            Address = Text(root, "address"),
            CurrentDanger = Flag(root, "current_danger"),
            PeopleInvolved = Number(root, "people_involved"),
            Weapons = Flag(root, "weapons"),
            Department = Department(Text(root, "recommended_department")),
            Summary = Text(root, "summary"),
            AlsoNotify = List(root, "also_notify"),
        };
        return answer is { Urgency: null, Category: null } ? null : answer;
    }

    private static string? Text(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var text = value.GetString()!.Trim();
        return text.Length is 0 or > LongestText || text.Any(c => char.IsControl(c)) ? null : text;
    }

    private static bool? Flag(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    } : null;

    private static int? Number(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number is > 0 and <= MostPeople ? number : null;

    private static string? Department(string? name) => name is not null && Departments.All.Contains(name) ? name : null;

    private static IReadOnlyList<string> List(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Take(Departments.All.Count)
                .Select(item => item.ValueKind == JsonValueKind.String ? Department(item.GetString()) : null).OfType<string>().Distinct(StringComparer.Ordinal)]
            : [];
}

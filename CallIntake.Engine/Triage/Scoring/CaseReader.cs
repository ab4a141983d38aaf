using System.Globalization;
using System.Text.Json;

namespace CallIntake.Engine.Triage.Scoring;

/// <summary>Reads files of labelled calls: one JSON object a line.</summary>
public static class CaseReader
{
    /// <summary>
    /// The cases of a file in order; <see cref="FormatException"/> with file and line where a line is no case, where labels are asked for
    /// and missing, or where an id occurs twice.
    /// </summary>
    public static IReadOnlyList<LabelledCase> Read(string file, bool labels)
    {
        var cases = new List<LabelledCase>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var place = string.Create(CultureInfo.InvariantCulture, $"{file}:{number}");
            var read = Parse(line, place);
            if (labels && (read.Urgency is null || read.Category is null))
            {
                throw new FormatException($"{place}: no labels (urgency, category)");
            }

            cases.Add(ids.Add(read.Id) ? read : throw new FormatException($"{place}: id {read.Id} occurs twice"));
        }

        return cases;
    }

    private static LabelledCase Parse(string line, string place)
    {
        try
        {
            return JsonSerializer.Deserialize<LabelledCase>(line, TriageJson.Compact) ?? throw new FormatException($"{place}: not a case");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"{place}: not a case: {exception.Message}", exception);
        }
    }
}

using System.Globalization;
using System.Text;

namespace CallIntake.Engine.Triage.Scoring;

/// <summary>Prints scores per language and kind of text side by side.</summary>
public static class ScoreTable
{
    private static readonly (string Title, Func<TriageScore, double> Value, bool Percent)[] Rows =
    [
        ("cases", score => score.Cases, false), ("critical recall", score => score.CriticalRecall, true), ("  of", score => score.CriticalCases, false),
        ("critical lost", score => score.CriticalLost, true), ("under-graded", score => score.UnderGraded, true),
        ("over-graded", score => score.OverGraded, true), ("urgency exact", score => score.UrgencyExact, true),
        ("category macro-F1", score => score.CategoryMacroF1, true), ("category accuracy", score => score.CategoryAccuracy, true),
        ("department", score => score.Department, true), ("weapons", score => score.Weapons, true), ("danger", score => score.Danger, true),
        ("people", score => score.People, true), ("street", score => score.Street, true), ("house", score => score.House, true),
        ("invented address", score => score.InventedAddress, true), ("needs human", score => score.NeedsHuman, true),
        ("scenes right", score => score.ScenesRight, true), ("  of", score => score.Scenes, false),
    ];

    private static readonly string[] AddressRows = ["street", "house", "invented address"];

    /// <summary>
    /// The table, the interval of the critical recall and the confusion of urgency; percent with one decimal. Without
    /// <paramref name="address"/> its rows are left out.
    /// </summary>
    public static string Render(IReadOnlyList<ScoredCase> cases, bool address = true)
    {
        var groups = Groups(cases).Where(group => group.Cases.Count > 0).Select(group => (group.Name, Score: TriageScorer.Score(group.Cases))).ToList();
        if (groups.Count == 0)
        {
            return "no cases" + Environment.NewLine;
        }

        var text = new StringBuilder();
        text.Append(' ', 20).AppendJoin(string.Empty, groups.Select(group => group.Name.PadLeft(9))).AppendLine();
        foreach (var (title, value, percent) in groups[0].Score.Scenes > 0 ? Rows : Rows[..^2])
        {
            if (!address && AddressRows.Contains(title))
            {
                continue;
            }

            text.Append(title.PadRight(20));
            text.AppendJoin(string.Empty, groups.Select(group => Format(value(group.Score), percent).PadLeft(9))).AppendLine();
        }

        var all = groups[0].Score;
        text.AppendLine(CultureInfo.InvariantCulture, $"critical recall 95 % interval {100 * all.CriticalInterval.Low:F1} to {100 * all.CriticalInterval.High:F1}");
        AppendConfusion(text, all);
        return text.ToString();
    }

    /// <summary>One line for every case with a wrong field.</summary>
    public static string Errors(IReadOnlyList<ScoredCase> cases)
    {
        var text = new StringBuilder();
        foreach (var scored in cases)
        {
            var wrong = Wrong(scored).ToList();
            if (wrong.Count > 0)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{scored.Label.Id} {string.Join("; ", wrong)} :: {Shorten(scored.Label.Text)}");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Wrong(ScoredCase scored)
    {
        var (label, record) = scored;
        (string Name, object? Label, object? Record)[] fields =
        [
            ("urgency", label.Urgency?.Code(), record.Urgency.Code()), ("category", label.Category, record.Category),
            ("current_danger", label.CurrentDanger, record.CurrentDanger), ("weapons", label.Weapons, record.Weapons),
            ("recommended_department", label.RecommendedDepartment, record.RecommendedDepartment),
            ("people_involved", label.PeopleInvolved, record.PeopleInvolved),
        ];
        return fields.Where(field => !Equals(field.Label, field.Record)).Select(field => $"{field.Name}: {field.Label ?? "null"} <- {field.Record ?? "null"}");
    }

    private static IEnumerable<(string Name, IReadOnlyList<ScoredCase> Cases)> Groups(IReadOnlyList<ScoredCase> cases)
    {
        yield return ("all", cases);
        foreach (var language in (string[])["ru", "kk", "mixed"])
        {
            yield return (language, [.. cases.Where(scored => scored.Label.Lang == language)]);
        }

        foreach (var (name, tag) in ((string, string)[])[("asr", "asr"), ("heard", "heard"), ("contrast", "pair"), ("trap", "trap")])
        {
            yield return (name, [.. cases.Where(scored => scored.Label.Tags.Contains(tag))]);
        }
    }

    private static void AppendConfusion(StringBuilder text, TriageScore score)
    {
        text.AppendLine("urgency, rows label, columns record");
        text.Append(' ', 20).AppendJoin(string.Empty, Urgencies.All.Select(info => info.Code.PadLeft(9))).AppendLine();
        foreach (var info in Urgencies.All)
        {
            text.Append(info.Code.PadRight(20));
            text.AppendJoin(string.Empty, Urgencies.All.Select(column =>
                score.Confusion[(int)info.Urgency][(int)column.Urgency].ToString(CultureInfo.InvariantCulture).PadLeft(9))).AppendLine();
        }
    }

    private static string Format(double value, bool percent) => (percent ? value * 100 : value).ToString(percent ? "F1" : "F0", CultureInfo.InvariantCulture);

    private static string Shorten(string text) => text.Length <= 160 ? text : text[..160];
}

using System.Text.Json;
using CallIntake.Engine.Triage;
using CallIntake.Engine.Triage.Scoring;

namespace CallIntake.Tests.Triage.Scoring;

public sealed class ScoreTableTests
{
    private static readonly string Folder = Path.Combine(TriageFixture.Paths.Root, "CallIntake.Tests", "Triage", "Scoring");

    /// <summary><c>expected.txt</c> was printed by an independent program with the same definitions.</summary>
    [Fact]
    public void The_table_agrees_with_an_independent_scorer()
    {
        var expected = File.ReadAllText(Path.Combine(Folder, "expected.txt")).ReplaceLineEndings("\n").TrimEnd();
        Assert.StartsWith(expected, ScoreTable.Render(Fixture()).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_wrong_field_is_listed()
    {
        var errors = ScoreTable.Errors(Fixture()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(errors, line => line.Contains("urgency:", StringComparison.Ordinal));
        var right = Fixture().Where(scored => scored.Label.Urgency == scored.Record.Urgency && scored.Label.Category == scored.Record.Category
            && scored.Label.Weapons == scored.Record.Weapons && scored.Label.CurrentDanger == scored.Record.CurrentDanger
            && scored.Label.PeopleInvolved == scored.Record.PeopleInvolved && scored.Label.RecommendedDepartment == scored.Record.RecommendedDepartment);
        Assert.DoesNotContain(errors, line => right.Any(scored => line.StartsWith(scored.Label.Id + " ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("{\"id\":\"x\"", "not a case")]
    [InlineData("{\"id\":\"x\",\"text\":\"y\"}", "no labels")]
    [InlineData("{\"id\":\"a01-001\",\"text\":\"y\",\"urgency\":\"low\",\"category\":\"noise\"}\n{\"id\":\"a01-001\",\"text\":\"z\",\"urgency\":\"low\",\"category\":\"noise\"}", "twice")]
    public void A_file_that_cannot_be_scored_says_where_and_why(string content, string reason)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(file, content);
        try
        {
            var exception = Assert.Throws<FormatException>(() => CaseReader.Read(file, labels: true));
            Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
            Assert.Contains(file + ":", exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static List<ScoredCase> Fixture()
    {
        var labels = CaseReader.Read(Path.Combine(Folder, "labels.jsonl"), labels: true);
        var records = File.ReadLines(Path.Combine(Folder, "records.jsonl")).Select(line => JsonSerializer.Deserialize<TriageRecord>(line, TriageJson.Compact)!);
        return [.. labels.Zip(records, (label, record) => new ScoredCase(label, record))];
    }
}

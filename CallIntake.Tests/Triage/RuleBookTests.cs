using CallIntake.Engine.Triage;
using CallIntake.Engine.Triage.Rules;
using CallIntake.Engine.Triage.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallIntake.Tests.Triage;

/// <summary>The grammar: negation, tense, questions, damage by a recogniser.</summary>
public sealed class RuleBookTests : IDisposable
{
    private static readonly RuleBook Book = RuleBookReader.Read(TriageFixture.Paths.Resolve(new TriageOptions().Rules));
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Theory]
    [InlineData("он её бьёт", "beat", false, "Now")]
    [InlineData("он меня не бьёт", "beat", true, "Now")]
    [InlineData("вчера избил жену", "beat", false, "Past")]
    [InlineData("күйеуім ұрып жатыр", "beat", false, "Now")]
    [InlineData("куйеуим урып жатыр", "beat", false, "Now")]
    [InlineData("күйеуім мені ұрған жоқ", "beat", true, "Past")]
    [InlineData("кеше мені ұрды", "beat", false, "Past")]
    [InlineData("ол мені ұрмайды", "beat", true, "None")]
    [InlineData("пышақпен жүр", "knife", false, "Now")]
    [InlineData("ол пышақпен", "knife", false, "None")]
    [InlineData("она недышит", "not_breathing", false, "Now")]
    [InlineData("никто не стреляет", "shots", true, "Now")]
    [InlineData("стре ляют во дворе", "shots", false, "Now")]
    [InlineData("атыс емес", "shots", true, "None")]
    [InlineData("дем алмай жатыр", "not_breathing", false, "Now")]
    [InlineData("демалмай жатыр", "not_breathing", false, "Now")]
    [InlineData("крови нет", "blood", true, "None")]
    [InlineData("без крови", "blood", true, "None")]
    public void Words_are_found_with_negation_and_tense(string text, string concept, bool negated, string tense)
    {
        var facts = new FactReader(Book).Read(Tokenizer.Read([new TriageTurn(0, text)]));
        var mention = facts.Mentions.First(found => Book.Concepts[found.Concept] == concept);
        Assert.Equal((negated, tense), (mention.Negated, mention.Tense.ToString()));
    }

    [Theory]
    [InlineData("она недышит", Urgency.Critical)]
    [InlineData("pyshakpen zhur, pyshaq", Urgency.Critical)]
    public void Merged_and_Latin_spellings_still_raise(string text, Urgency least)
    {
        Assert.True(TriageFixture.Assess(text).Urgency >= least);
    }

    [Theory]
    [InlineData("Он её бьёт?")]
    [InlineData("Он её не бьёт")]
    [InlineData("Вчера он её бил, сейчас спит")]
    [InlineData("Ол мені ұрып жатқан жоқ")]
    [InlineData("Никто никого не бьёт, это кино")]
    public void Questions_denials_and_old_events_set_no_critical_floor(string text) =>
        Assert.True(new FactReader(Book).Read(Tokenizer.Read([new TriageTurn(0, text)])).Floor < Urgency.Critical);

    [Fact]
    public void All_mistakes_in_the_files_are_reported_at_once_with_file_and_line()
    {
        File.WriteAllText(Path.Combine(_folder, "words-a.txt"), "слово\n[Bad Name]\n[good]\n*\nнож\n");
        File.WriteAllText(Path.Combine(_folder, "floors.txt"), "critical x: good\nurgent x: good\ncritical y: nothing\n");
        File.WriteAllText(Path.Combine(_folder, "causes.txt"), "theft | medium | Полиция | - | 1\nfoo | medium | Полиция | - | 1\n");
        var exception = Assert.Throws<RuleBookException>(() => RuleBookReader.Read(_folder));
        foreach (var expected in (string[])["words-a.txt:1", "words-a.txt:2", "words-a.txt:4", "floors.txt:2", "floors.txt:3", "causes.txt:2", "no line for robbery"])
        {
            Assert.Contains(exception.Errors, error => error.Contains(expected, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Missing_rules_stop_the_start_with_a_clear_message()
    {
        using var provider = TriageFixture.Provider(new() { ["Triage:Rules"] = _folder });
        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<TriageOptions>>().Value);
        Assert.Contains(exception.Failures, failure => failure.Contains("no rule files", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using CallIntake.Web.Live;
using CallIntake.Web.Resources;

namespace CallIntake.Tests.Web.Components;

public sealed partial class SharedTextTests
{
    private static readonly ResourceManager Texts = new("CallIntake.Web.Resources.SharedText", typeof(SharedText).Assembly);

    [Theory]
    [InlineData("kk")]
    [InlineData("en")]
    public void Every_word_is_there_in_every_language_with_the_same_places(string language)
    {
        var russian = Read(string.Empty);
        var other = Read(language);

        Assert.Equal(russian.Keys.Order(), other.Keys.Order());
        Assert.All(russian, word => Assert.Equal(Places(word.Value), Places(other[word.Key])));
        Assert.All(other, word => Assert.False(string.IsNullOrWhiteSpace(word.Value), word.Key));
    }

    [Fact]
    public void Every_code_of_every_closed_list_has_a_word()
    {
        string[] wanted =
        [
            .. Categories.All.Select(code => "Category_" + code),
            .. HumanReasons.All.SelectMany(code => new[] { "HumanReason_" + code, "HumanReasonShort_" + code }),
            .. Codes.OfAll<CallStatus>().Select(code => "Status_" + code),
            .. Codes.OfAll<CallActivity>().Select(code => "Activity_" + code),
            .. Codes.OfAll<Disposition>().Select(code => "Disposition_" + code),
            .. Codes.Languages.SelectMany(code => new[] { "Language_" + code, "LanguageName_" + code }),
            .. typeof(CallStages).GetFields().Select(field => "Stage_" + field.GetRawConstantValue()),
            .. CorrectedRecord.Fields.Select(field => "Field_" + field),
            .. File.ReadLines(Path.Combine(Root(), "prompts", "prompts.tsv")).Skip(1).Select(line => "Prompt_" + line.Split('\t')[0]),
        ];

        Assert.Empty(wanted.Except(Read(string.Empty).Keys));
    }

    [Fact]
    public void Every_refusal_of_the_desk_has_a_sentence()
    {
        var source = File.ReadAllText(Path.Combine(Root(), "CallIntake.Engine", "Calls", "CallDesk.cs"));

        Assert.Empty(MessageKey().Matches(source).Select(match => match.Value.Trim('"')).Except(Read(string.Empty).Keys));
    }

    [Fact]
    public void Every_key_that_the_console_names_exists()
    {
        var keys = Read(string.Empty).Keys.ToHashSet();
        var missing = Directory.EnumerateFiles(Path.Combine(Root(), "CallIntake.Web", "Components"), "*.razor*", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Account{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => NamedKey().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Where(key => !key.EndsWith('_') && !keys.Contains(key) && key != "Card_address")
            .Distinct();

        Assert.Empty(missing);
    }

    private static Dictionary<string, string> Read(string language) => Texts
        .GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
        .Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static string[] Places(string text) => [.. Place().Matches(text).Select(match => match.Value).Order()];

    private static string Root() => CallIntake.Engine.Hosting.ContentPaths.Find(AppContext.BaseDirectory).Root;

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex("\"CallDesk_\\w+\"")]
    private static partial Regex MessageKey();

    [GeneratedRegex(@"\b(?:T|text)\[""(\w+)""")]
    private static partial Regex NamedKey();
}

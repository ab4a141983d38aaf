using System.Text.Json;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Hints;
using CallIntake.Engine.Speech.Whisper;
using CallIntake.Engine.Triage.Address;
using CallIntake.Tests.Speech.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace CallIntake.Tests.Speech;

/// <summary>Likely words, from the files and the gazetteer to those who are told them.</summary>
public sealed class SpeechHintsTests
{
    [Theory]
    [InlineData("ru", "ru-RU", "подъезд", "Абая")]
    [InlineData("kk", "kk-KZ", "кіреберіс", "Абай")]
    public async Task Google_is_told_words_of_an_emergency_and_streets_in_the_language_of_the_turn(string language, string asked, string word, string street)
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = Services(
            ("Speech:Google:Endpoint", server.Address + "/v1"), ("Speech:Google:Key", "g"), ("Speech:Recognition:Chains:ru:0", "google"), ("Speech:Recognition:Chains:kk:0", "google"));
        server.AnswerJson("""{"results":[{"alternatives":[{"transcript":"да"}]}]}""");

        await speech.Get<ITranscriber>().TranscribeAsync(speech.Content("samples/02-noise-turn-3.wav"), new RecognitionRequest(language), CancellationToken.None);

        Assert.True(server.Asked.TryDequeue(out var request));
        using var body = JsonDocument.Parse(request.Body);
        var config = body.RootElement.GetProperty("config");
        var phrases = config.GetProperty("speechContexts")[0].GetProperty("phrases").EnumerateArray().Select(phrase => phrase.GetString()!).ToArray();
        Assert.Equal(asked, config.GetProperty("languageCode").GetString());
        Assert.Contains(word, phrases);
        Assert.Contains(street, phrases);
        Assert.InRange(phrases.Length, 330, 500);
        Assert.InRange(phrases.Sum(phrase => phrase.Length), 1, 10_000);
        Assert.All(phrases, phrase => Assert.InRange(phrase.Length, 1, 100));
    }

    [Fact]
    public async Task The_sites_own_streets_come_first_and_no_number_is_suggested()
    {
        await using var folder = new SpeechServices();
        var own = Path.Combine(folder.Folder, "own.tsv");
        await File.WriteAllTextAsync(own, "street\tЗаречная\tЗаречная\nstreet\t8 Марта\t8 Наурыз\nsettlement\tКосшы\tҚосшы\n");
        await using var speech = Services(("Triage:Gazetteer:Path", own));

        var streets = speech.Get<IStreetNames>().Of("ru");

        Assert.Equal(["Заречная", "Абая"], streets.Take(2));
        Assert.DoesNotContain("Косшы", streets);
        Assert.DoesNotContain(streets, street => street.Any(char.IsDigit));
        Assert.Contains("Заречная", speech.Get<WhisperPrompt>().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gazetteer_that_cannot_be_read_costs_the_streets_and_nothing_else()
    {
        await using var speech = Services(("Triage:Gazetteer:Path", "triage/there-is-none.tsv"));

        Assert.Contains("подъезд", speech.Get<SpeechHints>().Of("ru"));
        Assert.StartsWith("Здравствуйте", speech.Get<WhisperPrompt>().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_many_streets_is_configured_and_a_file_that_is_missing_stops_nothing()
    {
        await using var none = Services(("Speech:Hints:Streets", "0"), ("Speech:Hints:Kazakh", "models/there-is-none.txt"), ("Speech:Hints:Russian", ""));
        await using var two = Services(("Speech:Hints:Streets", "2"), ("Speech:Hints:Russian", ""));

        Assert.Empty(none.Get<SpeechHints>().Of("kk"));
        Assert.Empty(none.Get<SpeechHints>().Of("ru"));
        Assert.Equal(2, two.Get<SpeechHints>().Of("ru").Count);
    }

    [Fact]
    public async Task The_streets_fill_what_Whispers_prompt_leaves_free_and_its_own_text_stays_whole()
    {
        await using var with = Services();
        await using var without = Services(("Speech:Whisper:PromptStreets", "false"));

        var (longer, text) = (with.Get<WhisperPrompt>().Text!, without.Get<WhisperPrompt>().Text!);

        Assert.StartsWith("Здравствуйте, это полиция?", text, StringComparison.Ordinal);
        Assert.StartsWith("Улица Пушкина, ", longer, StringComparison.Ordinal);
        Assert.EndsWith(". " + text, longer, StringComparison.Ordinal);
        Assert.InRange(longer.Length, text.Length + 60, 480);
        Assert.Contains("Пушкина", with.Get<WhisperPrompt>().Words);
        var added = longer[.."Улица ".Length] + longer["Улица ".Length..^(text.Length + 2)];
        Assert.DoesNotContain("Абая", added, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_text_Whisper_is_told_nothing()
    {
        await using var speech = Services(("Speech:Whisper:Prompt", ""));

        Assert.Null(speech.Get<WhisperPrompt>().Text);
    }

    private static SpeechServices Services(params (string, string)[] settings) => new(
        services => services
            .AddOptions<GazetteerOptions>().BindConfiguration(GazetteerOptions.SectionName).Services
            .AddSingleton<IStreetNames, GazetteerStreets>(),
        settings);
}

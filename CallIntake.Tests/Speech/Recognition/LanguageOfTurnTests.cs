using System.Diagnostics.Metrics;
using CallIntake.Engine.Hosting;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Hints;
using CallIntake.Engine.Speech.Providers;
using CallIntake.Engine.Speech.Recognition;
using CallIntake.Engine.Speech.Whisper;
using CallIntake.Tests.Speech.Audio;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CallIntake.Tests.Speech.Recognition;

/// <summary>Which chain hears a turn in the end, with recognisers that say what a test wants and a voice that never stops.</summary>
public sealed class LanguageOfTurnTests
{
    private static readonly SpeechRecognition Russian = new("соседи шумят", "ru", 0.9, 0.9, [], "x");
    private static readonly SpeechRecognition Kazakh = new("көршілер шулап жатыр", "kk", 0.9, 0.9, [], "x");

    [Fact]
    public async Task What_a_recogniser_of_Russian_alone_takes_for_Kazakh_the_first_of_the_Kazakh_chain_hears()
    {
        var tone = Knows("tone", Kazakh with { Text = "коршилер шулап жатыр" }, "ru");
        var gigaam = Knows("gigaam", Kazakh, "ru", "kk");

        var heard = await HearAsync([tone], [gigaam], "ru");

        Assert.Equal(("көршілер шулап жатыр", "kk", true), (heard.Text, heard.Recognition.Language, heard.Understood));
        Assert.Equal(["ru", "kk"], tone.Asked.Concat(gigaam.Asked).Select(asked => asked.Request.Language));
    }

    [Fact]
    public async Task A_call_goes_from_Russian_to_Kazakh_and_back()
    {
        var said = Russian;
        FakeRecognizer Says(string name, params string[] languages) => new(name, (_, _) => Task.FromResult(said with { Recognizer = name }), languages);
        var (tone, gigaam) = (Says("tone", "ru"), Says("gigaam", "ru", "kk"));
        var turns = new List<(string?, bool, string)>();
        string? language = null;
        foreach (var turn in new[] { Russian, Kazakh, Russian })
        {
            said = turn;
            var heard = await HearAsync([tone], [gigaam], language);
            language = heard.Recognition.Language;
            turns.Add((language, heard.Understood, heard.Recognition.Recognizer));
        }

        Assert.Equal([("ru", true, "tone"), ("kk", true, "gigaam"), ("ru", true, "gigaam")], turns);
    }

    [Fact]
    public async Task Who_turns_back_to_Russian_is_heard_by_the_chain_of_Russian_where_the_Kazakh_one_is_not_fit_for_it()
    {
        var heard = await HearAsync([Knows("tone", Russian, "ru")], [Knows("kazakh", Russian, "kk")], "kk");

        Assert.Equal(("tone", true), (heard.Recognition.Recognizer, heard.Understood));
    }

    [Fact]
    public async Task Where_nobody_understands_the_first_text_stays_and_is_flagged()
    {
        var heard = await HearAsync([Knows("tone", Kazakh with { Text = "первый" }, "ru")], [Knows("other", Kazakh with { Text = "второй", LanguageProbability = 0.3 }, "kk")], null);

        Assert.Equal(("первый", false), (heard.Text, heard.Understood));
    }

    [Fact]
    public async Task A_letter_from_seconds_of_speech_is_not_understood()
    {
        var heard = await HearAsync([Knows("whisper", Russian with { Text = "К" }, "ru")], [Knows("whisper", Russian with { Text = "К" }, "ru")], "ru");

        Assert.Equal(("К", null, false), (heard.Text, heard.Recognition.Language, heard.Understood));
        Assert.InRange(heard.Recognition.LanguageProbability, 0, 0.2);
    }

    [Fact]
    public async Task A_piece_nobody_understands_is_enough_to_flag_a_long_turn()
    {
        var pieces = new Queue<SpeechRecognition>([Russian with { Text = "соседи шумят уже третий час, спать невозможно" }, Russian with { Text = "К" }]);
        var whisper = new FakeRecognizer("whisper", (_, _) => Task.FromResult(pieces.Dequeue() with { Recognizer = "whisper" }), "ru");

        var heard = await HearAsync([whisper], [whisper], "ru", seconds: 20);

        Assert.Equal((2, false), (whisper.Asked.Count, heard.Understood));
    }

    private static FakeRecognizer Knows(string name, SpeechRecognition says, params string[] languages) =>
        new(name, (_, _) => Task.FromResult(says with { Recognizer = name }), languages);

    private static async Task<Transcription> HearAsync(FakeRecognizer[] russian, FakeRecognizer[] kazakh, string? expected, double seconds = 3)
    {
        var services = new ServiceCollection().AddMetrics();
        foreach (var recognizer in russian.Concat(kazakh).Distinct())
        {
            services.AddKeyedSingleton<ISpeechRecognizer>(recognizer.Name, recognizer);
        }

        await using var provider = services.BuildServiceProvider();
        var options = Options.Create(new RecognitionOptions());
        options.Value.Chains["ru"] = [.. russian.Select(recognizer => recognizer.Name)];
        options.Value.Chains["kk"] = [.. kazakh.Select(recognizer => recognizer.Name)];
        using var metrics = new SpeechMetrics(provider.GetRequiredService<IMeterFactory>());
        var chains = new RecognizerChains(provider, options, new ProviderHealth(), TimeProvider.System, NullLogger<RecognizerChains>.Instance);
        var folder = Directory.CreateTempSubdirectory("language");
        var path = Path.Combine(folder.FullName, "turn.wav");
        await WavWriter.WriteTelephoneAsync(path, Signals.Tone(300, seconds), CancellationToken.None);
        using var offline = new OfflineChains(
            provider, options, Options.Create(new WhisperOptions()), new ProviderHealth(), TimeProvider.System, NullLogger<OfflineChains>.Instance);
        var hints = new SpeechHints(
            Options.Create(new HintOptions { Russian = string.Empty, Kazakh = string.Empty }), new NoStreets(), new ContentPaths(folder.FullName), NullLogger<SpeechHints>.Instance);
        var heard = await new Transcriber(new AlwaysSpeech(), chains, offline, hints, options, metrics).TranscribeAsync(path, new RecognitionRequest(expected), CancellationToken.None);
        folder.Delete(recursive: true);
        return heard;
    }

    private sealed class AlwaysSpeech : IVoiceActivityDetector
    {
        public IReadOnlyList<SpeechSegment> Detect(SpeechAudio audio) => [new SpeechSegment(0, audio.Duration.TotalSeconds)];
    }

    private sealed class NoStreets : IStreetNames
    {
        public IReadOnlyList<string> Of(string language) => [];
    }
}

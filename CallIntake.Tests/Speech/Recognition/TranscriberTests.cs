using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Recognition;
using CallIntake.Tests.Speech.Audio;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CallIntake.Tests.Speech.Recognition;

/// <summary>The whole of hearing, with the bundled model where nothing else is said.</summary>
public sealed class TranscriberTests
{
    private static readonly (string, string)[] Scripted =
        [("Speech:Recognition:Chains:ru:0", "scripted"), ("Speech:Recognition:Chains:kk:0", "scripted")];

    [Fact]
    public async Task Russian_is_heard_with_words_times_and_confidence()
    {
        await using var speech = new SpeechServices();
        var transcriber = speech.Get<ITranscriber>();

        var russian = await transcriber.TranscribeAsync(speech.Content("samples/04-traffic-turn-1.wav"), new RecognitionRequest(), CancellationToken.None);

        Assert.Contains("пострадавших нет", russian.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("дорогу перекрыли", russian.Text, StringComparison.OrdinalIgnoreCase);
        Assert.True(russian.Understood);
        Assert.Equal("ru", russian.Recognition.Language);
        Assert.InRange(russian.Recognition.Confidence, 0.5, 1);
        var road = Assert.Single(russian.Recognition.Words, word => word.Text.StartsWith("дорогу", StringComparison.OrdinalIgnoreCase));
        Assert.InRange(road.Start, 4, 6);
        Assert.InRange(road.End, road.Start, 6.1);
        Assert.InRange(road.Confidence, 0.5, 1);
        Assert.StartsWith("whisper", russian.Recognition.Recognizer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kazakh_on_the_bundled_model_is_never_taken_for_understood_whatever_the_call_was_in()
    {
        await using var speech = new SpeechServices();
        foreach (var (sample, language) in new[] { ("11-domestic-kk", null), ("12-noise-kk", "ru"), ("13-mixed", "ru") })
        {
            var heard = await speech.Get<ITranscriber>()
                .TranscribeAsync(speech.Content($"samples/{sample}-turn-1.wav"), new RecognitionRequest(language), CancellationToken.None);

            Assert.False(heard.Understood, $"{sample}: {heard.Text}");
            Assert.False(heard.Recognition is { Language: "ru", LanguageProbability: > 0.5 }, heard.Text);
        }
    }

    [Fact]
    public async Task Silence_noise_and_keys_have_no_words_and_never_reach_the_model()
    {
        await using var speech = new SpeechServices(("Speech:Whisper:Model", "models/there-is-none.bin"));
        (SpeechAudio Audio, bool HasSound)[] sounds =
        [
            (Signals.Silence(3), false), (Signals.Noise(3, 0.003), false), (Signals.Noise(3, 0.3), true), (Signals.Keys(2), true),
            (Signals.Tone(425, 3), true), (new SpeechAudio(Array.Empty<short>(), 8000), false), (Signals.Silence(0.01), false),
        ];
        foreach (var (audio, hasSound) in sounds)
        {
            var path = await WriteAsync(speech, audio);

            var heard = await speech.Get<ITranscriber>().TranscribeAsync(path, new RecognitionRequest(), CancellationToken.None);

            Assert.False(heard.HasWords);
            Assert.Empty(heard.Speech);
            Assert.Equal(hasSound, heard.HasSound);
            Assert.Equal(audio.Duration, heard.Duration);
        }
    }

    [Fact]
    public async Task A_missing_model_fails_the_turn_with_its_key_and_shows_in_health()
    {
        await using var speech = new SpeechServices(("Speech:Whisper:Model", "models/there-is-none.bin"));

        var error = await Assert.ThrowsAsync<SpeechException>(() =>
            speech.Get<ITranscriber>().TranscribeAsync(speech.Content("samples/02-noise-turn-3.wav"), new RecognitionRequest(), CancellationToken.None));

        Assert.Contains("Speech:Whisper:Model", error.Message, StringComparison.Ordinal);
        Assert.Contains("there-is-none.bin", error.Message, StringComparison.Ordinal);
        var health = await speech.Get<HealthCheckService>().CheckHealthAsync(CancellationToken.None);
        Assert.Equal(HealthStatus.Degraded, health.Entries["speech"].Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    [InlineData(5_000_000)]
    public async Task A_damaged_model_fails_the_turn_and_not_the_host(int length)
    {
        await using var speech = new SpeechServices();
        var model = Path.Combine(speech.Folder, "damaged.bin");
        await using (var whole = File.OpenRead(speech.Content("models/ggml-base-q8_0.bin")))
        {
            var head = new byte[length];
            await whole.ReadExactlyAsync(head);
            await File.WriteAllBytesAsync(model, head);
        }

        await using var damaged = new SpeechServices(("Speech:Whisper:Model", model));
        var error = await Assert.ThrowsAsync<SpeechException>(() =>
            damaged.Get<ITranscriber>().TranscribeAsync(speech.Content("samples/02-noise-turn-3.wav"), new RecognitionRequest(), CancellationToken.None));

        Assert.Contains("damaged.bin", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_voice_activity_model_is_named()
    {
        await using var speech = new SpeechServices(("Speech:VoiceActivity:Model", "prompts/prompts.tsv"));

        var error = await Assert.ThrowsAsync<SpeechException>(() =>
            speech.Get<ITranscriber>().TranscribeAsync(speech.Content("samples/02-noise-turn-3.wav"), new RecognitionRequest(), CancellationToken.None));

        Assert.Contains("Speech:VoiceActivity:Model", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_scripted_recogniser_reads_the_text_beside_a_silent_recording()
    {
        await using var speech = new SpeechServices(Scripted);
        var path = await WriteAsync(speech, Signals.Silence(2));
        var nothing = await speech.Get<ITranscriber>().TranscribeAsync(path, new RecognitionRequest(), CancellationToken.None);
        await File.WriteAllTextAsync(Path.ChangeExtension(path, ".txt"), "#lang kk #confidence 0.4\nКөршілер ұрысып\nжатыр.\n");

        var heard = await speech.Get<ITranscriber>().TranscribeAsync(path, new RecognitionRequest(), CancellationToken.None);

        Assert.False(nothing.HasWords || nothing.HasSound);
        Assert.Equal("Көршілер ұрысып жатыр.", heard.Text);
        Assert.Equal("kk", heard.Recognition.Language);
        Assert.Equal(0.4, heard.Recognition.Confidence);
        Assert.Equal(3, heard.Recognition.Words.Count);
        Assert.True(heard.Understood && heard.HasSound);
        Assert.Equal(new SpeechSegment(0, 2), Assert.Single(heard.Speech));
    }

    [Fact]
    public async Task A_script_with_a_header_that_is_not_known_is_an_error()
    {
        await using var speech = new SpeechServices(Scripted);
        var path = await WriteAsync(speech, Signals.Silence(1));
        await File.WriteAllTextAsync(Path.ChangeExtension(path, ".txt"), "#lang tatar\nтекст");

        var error = await Assert.ThrowsAsync<SpeechException>(() =>
            speech.Get<ITranscriber>().TranscribeAsync(path, new RecognitionRequest(), CancellationToken.None));

        Assert.Contains("#lang tatar", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_do_not_exist_are_found_at_the_start_with_their_keys()
    {
        await using var speech = new SpeechServices(
            ("Speech:Recognition:Chains:ru:0", "whisper"), ("Speech:Recognition:Chains:ru:1", "wisper"), ("Speech:Synthesis:Chains:kk:0", "espeek"));

        Assert.Contains("Speech:Recognition:Chains:ru:1: there is no recogniser 'wisper'", Error<RecognitionOptions>(speech), StringComparison.Ordinal);
        Assert.Contains("Speech:Synthesis:Chains:kk:0: there is no voice 'espeek'", Error<CallIntake.Engine.Speech.Synthesis.SynthesisOptions>(speech), StringComparison.Ordinal);
    }

    private static string Error<T>(SpeechServices speech)
        where T : class => Assert.Throws<OptionsValidationException>(() => speech.Get<IOptions<T>>().Value).Message;

    private static async Task<string> WriteAsync(SpeechServices speech, SpeechAudio audio)
    {
        var path = Path.Combine(speech.Folder, $"{Guid.NewGuid():N}.wav");
        await WavWriter.WriteTelephoneAsync(path, audio, CancellationToken.None);
        return path;
    }
}

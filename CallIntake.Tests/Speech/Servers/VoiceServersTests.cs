using System.Runtime.InteropServices;
using System.Text.Json;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.OpenAi;
using CallIntake.Engine.Speech.Voices;
using CallIntake.Tests.Speech.Audio;

namespace CallIntake.Tests.Speech.Servers;

public sealed class VoiceServersTests
{
    private static readonly SpeechAudio Voice = Signals.Tone(440, 0.5, 24000);

    [Fact]
    public async Task OpenAI_answers_with_raw_samples_of_24_kHz()
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = new SpeechServices(("Speech:OpenAI:Endpoint", server.Address + "/v1"), ("Speech:OpenAI:Key", "sk-1"), ("Speech:OpenAI:KazakhVoice", "nova"));
        server.AnswerBytes(MemoryMarshal.AsBytes(Voice.Samples.Span).ToArray());

        var audio = await speech.Get<OpenAiSynthesizer>().SynthesizeAsync("Сәлем", "kk", CancellationToken.None);

        Assert.Equal((24000, Voice.Samples.Length), (audio.SampleRate, audio.Samples.Length));
        Assert.True(server.Asked.TryDequeue(out var asked));
        Assert.Equal("/v1/audio/speech", asked.Path);
        using var body = JsonDocument.Parse(asked.Body);
        Assert.Equal(("Сәлем", "nova", "pcm"), (body.RootElement.GetProperty("input").GetString(), body.RootElement.GetProperty("voice").GetString(), body.RootElement.GetProperty("response_format").GetString()));
    }

    [Fact]
    public async Task Coqui_gets_the_text_in_the_body()
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = new SpeechServices(("Speech:Coqui:Endpoint", server.Address), ("Speech:Coqui:Speaker", "p225"), ("Speech:Coqui:Multilingual", "true"));
        server.AnswerBytes(WavWriter.ToBytes(Voice));

        var audio = await speech.Get<CoquiSynthesizer>().SynthesizeAsync("Привет & пока", "ru", CancellationToken.None);

        Assert.Equal(Voice.Samples.Length, audio.Samples.Length);
        Assert.True(server.Asked.TryDequeue(out var asked));
        Assert.Equal("/api/tts", asked.Path);
        Assert.Equal(("Привет & пока", "p225", "ru"), (asked.Form["text"], asked.Form["speaker_id"], asked.Form["language_id"]));
    }

    [Fact]
    public async Task Piper_gets_JSON()
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = new SpeechServices(("Speech:Piper:Endpoint", server.Address + "/synthesize"));
        server.AnswerBytes(WavWriter.ToBytes(Voice));

        Assert.Equal(Voice.Samples.Length, (await speech.Get<PiperSynthesizer>().SynthesizeAsync("Привет", "ru", CancellationToken.None)).Samples.Length);
        Assert.True(server.Asked.TryDequeue(out var asked));
        using var body = JsonDocument.Parse(asked.Body);
        Assert.Equal(("Привет", "ru_RU-irina-medium", 1.1), (body.RootElement.GetProperty("text").GetString(), body.RootElement.GetProperty("voice").GetString(), body.RootElement.GetProperty("length_scale").GetDouble()));
    }

    [Theory]
    [InlineData("coqui")]
    [InlineData("piper")]
    [InlineData("openai")]
    public async Task A_voice_that_answers_nonsense_gives_way_to_the_next(string voice)
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = new SpeechServices(
            ("Speech:Coqui:Endpoint", server.Address), ("Speech:Piper:Endpoint", server.Address), ("Speech:OpenAI:Endpoint", server.Address),
            ("Speech:Synthesis:Chains:ru:0", voice), ("Speech:Synthesis:Chains:ru:1", "espeak"));
        server.AnswerJson("""{"error":"no voice"}""");

        Assert.NotNull(await speech.Get<ISpeechOutput>().SpeakAsync("Привет.", "ru", CancellationToken.None));
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task A_program_of_the_sites_choice_speaks()
    {
        await using var speech = new SpeechServices(
            ("Speech:Synthesis:Chains:ru:0", "command"), ("Speech:Command:Russian:0", "espeak-ng"), ("Speech:Command:Russian:1", "-v"), ("Speech:Command:Russian:2", "ru"), ("Speech:Command:Russian:3", "--stdout"));

        Assert.NotNull(await speech.Get<ISpeechOutput>().SpeakAsync("Привет.", "ru", CancellationToken.None));
    }
}

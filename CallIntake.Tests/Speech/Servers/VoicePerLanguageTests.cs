using System.Runtime.InteropServices;
using System.Text.Json;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.OpenAi;
using CallIntake.Engine.Speech.Synthesis;
using CallIntake.Engine.Speech.Voices;
using CallIntake.Tests.Speech.Audio;
using Microsoft.Extensions.Options;

namespace CallIntake.Tests.Speech.Servers;

/// <summary>Voice, rate and volume of each language for every voice, and what of them belongs to the key of the cache.</summary>
public sealed class VoicePerLanguageTests
{
    private static readonly SpeechAudio Voice = Signals.Tone(440, 1, 22050, 0.1);

    [Fact]
    public async Task Coqui_asks_the_server_and_speaker_of_the_language_and_keeps_to_its_speed()
    {
        await using var russian = await FakeSpeechServer.StartAsync();
        await using var kazakh = await FakeSpeechServer.StartAsync();
        await using var speech = new SpeechServices(
            ("Speech:Coqui:Endpoint", russian.Address), ("Speech:Coqui:KazakhEndpoint", kazakh.Address), ("Speech:Coqui:Speaker", "anna"),
            ("Speech:Coqui:KazakhSpeaker", "aiza"), ("Speech:Coqui:KazakhSpeed", "0.8"));
        russian.AnswerBytes(WavWriter.ToBytes(Voice));
        kazakh.AnswerBytes(WavWriter.ToBytes(Voice));
        var coqui = speech.Get<CoquiSynthesizer>();

        Assert.Equal(1, (await coqui.SynthesizeAsync("Привет", "ru", CancellationToken.None)).Duration.TotalSeconds, 0.01);
        Assert.Equal(1.25, (await coqui.SynthesizeAsync("Сәлем", "kk", CancellationToken.None)).Duration.TotalSeconds, 0.01);

        Assert.True(russian.Asked.TryDequeue(out var first));
        Assert.True(kazakh.Asked.TryDequeue(out var second));
        Assert.Equal(("Привет", "anna", "Сәлем", "aiza"), (first.Form["text"], first.Form["speaker_id"], second.Form["text"], second.Form["speaker_id"]));
    }

    [Fact]
    public async Task Piper_asks_the_server_of_the_language_at_its_rate()
    {
        await using var russian = await FakeSpeechServer.StartAsync();
        await using var kazakh = await FakeSpeechServer.StartAsync();
        await using var speech = new SpeechServices(
            ("Speech:Piper:Endpoint", kazakh.Address), ("Speech:Piper:RussianEndpoint", russian.Address), ("Speech:Piper:KazakhLengthScale", "1.5"));
        russian.AnswerBytes(WavWriter.ToBytes(Voice));
        kazakh.AnswerBytes(WavWriter.ToBytes(Voice));

        await speech.Get<PiperSynthesizer>().SynthesizeAsync("Привет", "ru", CancellationToken.None);
        await speech.Get<PiperSynthesizer>().SynthesizeAsync("Сәлем", "kk", CancellationToken.None);

        Assert.Equal((1.1, 1.5), (Number(russian, "length_scale"), Number(kazakh, "length_scale")));
    }

    [Fact]
    public async Task OpenAI_speaks_each_language_at_its_speed()
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = new SpeechServices(("Speech:OpenAI:Endpoint", server.Address), ("Speech:OpenAI:Speed", "1.1"), ("Speech:OpenAI:KazakhSpeed", "0.9"));
        server.AnswerBytes(MemoryMarshal.AsBytes(Voice.Samples.Span).ToArray());

        await speech.Get<OpenAiSynthesizer>().SynthesizeAsync("Привет", "ru", CancellationToken.None);
        await speech.Get<OpenAiSynthesizer>().SynthesizeAsync("Сәлем", "kk", CancellationToken.None);

        Assert.Equal((1.1, 0.9), (Number(server, "speed"), Number(server, "speed")));
    }

    [Fact]
    public async Task Espeak_speaks_slower_where_it_is_told_to()
    {
        await using var speech = new SpeechServices(("Speech:Espeak:RussianRate", "90"));
        await using var usual = new SpeechServices();

        var slow = WavReader.Read((await speech.Get<ISpeechOutput>().SpeakAsync("Улица Сатпаева, дом девяносто.", "ru", CancellationToken.None))!);
        var plain = WavReader.Read((await usual.Get<ISpeechOutput>().SpeakAsync("Улица Сатпаева, дом девяносто.", "ru", CancellationToken.None))!);

        Assert.InRange(slow.Duration / plain.Duration, 1.25, 2);
    }

    [Theory]
    [InlineData("espeak", "Espeak")]
    [InlineData("coqui", "Coqui")]
    [InlineData("piper", "Piper")]
    [InlineData("openai", "OpenAI")]
    [InlineData("command", "Command")]
    public async Task The_volume_of_a_language_is_heard_in_decibels(string voice, string section)
    {
        await using var server = await FakeSpeechServer.StartAsync();
        server.AnswerBytes(WavWriter.ToBytes(Voice));
        await using var speech = new SpeechServices(
            ("Speech:Synthesis:Chains:ru:0", voice), ("Speech:Synthesis:Chains:kk:0", voice), ($"Speech:{section}:Endpoint", server.Address),
            ("Speech:Command:Russian:0", "espeak-ng"), ("Speech:Command:Russian:1", "--stdout"), ("Speech:Command:Kazakh:0", "espeak-ng"), ("Speech:Command:Kazakh:1", "--stdout"),
            ($"Speech:{section}:RussianVolume", "-5"), ($"Speech:{section}:KazakhVolume", "-8.5"));

        foreach (var (language, level) in new[] { ("ru", -29.0), ("kk", -32.5) })
        {
            var path = await speech.Get<ISpeechOutput>().SpeakAsync("Раз, два, три.", language, CancellationToken.None);
            Assert.Equal(level, ActiveSpeechLevel.Measure(WavReader.Read(path!)), 0.3);
        }
    }

    [Theory]
    [InlineData("Synthesis:LevelDecibels", "-30")]
    [InlineData("Synthesis:PeakDecibels", "-9")]
    [InlineData("Espeak:Rate", "150")]
    [InlineData("Espeak:RussianRate", "150")]
    [InlineData("Espeak:RussianVoice", "ru-LV")]
    [InlineData("Espeak:RussianVolume", "-1")]
    [InlineData("OpenAI:Endpoint", "http://127.0.0.1:1")]
    [InlineData("OpenAI:VoiceModel", "tts-1")]
    [InlineData("OpenAI:RussianSpeed", "0.9")]
    [InlineData("Piper:Endpoint", "http://127.0.0.1:1")]
    [InlineData("Piper:RussianLengthScale", "1.3")]
    [InlineData("Coqui:RussianEndpoint", "http://127.0.0.1:1")]
    [InlineData("Coqui:RussianSpeaker", "anna")]
    [InlineData("Coqui:RussianSpeed", "0.9")]
    [InlineData("Command:Russian:1", "--fast")]
    [InlineData("Command:RussianVolume", "2")]
    public async Task What_changes_the_sound_of_a_language_changes_the_key_of_the_cache_for_it(string key, string value)
    {
        await using var before = new SpeechServices(("Speech:Command:Russian:0", "x"));
        await using var after = new SpeechServices(("Speech:Command:Russian:0", "x"), ("Speech:" + key, value));
        var section = key.Split(':')[0];

        Assert.NotEqual(Key(before, section, "ru"), Key(after, section, "ru"));
        if (key.Contains(":Russian", StringComparison.Ordinal))
        {
            Assert.Equal(Key(before, section, "kk"), Key(after, section, "kk"));
        }
    }

    [Theory]
    [InlineData("Coqui:KazakhEndpoint", "nowhere", "KazakhEndpoint")]
    [InlineData("Coqui:RussianSpeed", "3", "RussianSpeed must be between 0.5 and 2")]
    [InlineData("Coqui:KazakhVolume", "20", "KazakhVolume must be between -12 and 6")]
    [InlineData("Piper:RussianLengthScale", "0", "RussianLengthScale must be between 0.5 and 2")]
    public async Task What_cannot_be_is_named(string key, string value, string error)
    {
        await using var speech = new SpeechServices(("Speech:" + key, value));

        var exception = Assert.Throws<OptionsValidationException>(() => key.StartsWith('C') ? (object)speech.Get<IOptions<CoquiOptions>>().Value : speech.Get<IOptions<PiperOptions>>().Value);
        Assert.Contains(error, exception.Message, StringComparison.Ordinal);
    }

    private static string Key(SpeechServices speech, string section, string language)
    {
        ISpeechSynthesizer voice = section switch
        {
            "OpenAI" => speech.Get<OpenAiSynthesizer>(),
            "Piper" => speech.Get<PiperSynthesizer>(),
            "Coqui" => speech.Get<CoquiSynthesizer>(),
            "Command" => speech.Get<CommandSynthesizer>(),
            _ => speech.Get<CallIntake.Engine.Speech.Espeak.EspeakSynthesizer>(),
        };
        return CacheKey.Of(voice, language, speech.Get<IOptions<SynthesisOptions>>().Value);
    }

    private static double Number(FakeSpeechServer server, string name)
    {
        Assert.True(server.Asked.TryDequeue(out var asked));
        using var body = JsonDocument.Parse(asked.Body);
        return body.RootElement.GetProperty(name).GetDouble();
    }
}

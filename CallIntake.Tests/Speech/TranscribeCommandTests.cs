using System.CommandLine;
using System.Text.Json;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Tests.Speech.Audio;
using CallIntake.Web.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace CallIntake.Tests.Speech;

public sealed class TranscribeCommandTests
{
    [Fact]
    public async Task Recordings_of_a_folder_are_printed_in_order_and_scored()
    {
        await using var speech = await RecordingsAsync();
        var reference = Path.Combine(speech.Folder, "texts.tsv");
        await File.WriteAllTextAsync(reference, "a.wav\tУлица Абая пять\nb.wav\tДа нет\n");

        var (code, output, error) = await RunAsync(speech, "transcribe", Path.Combine(speech.Folder, "wav"), "--recognizer", "scripted", "--jobs", "2", "--reference", reference);

        Assert.Equal(0, code);
        Assert.Equal("a.wav\tулица Абая пять.\nb.wav\tда\n", output);
        Assert.Contains("words 5  WER 20.00 %", error, StringComparison.Ordinal);
        Assert.Contains("2/2 b.wav", error, StringComparison.Ordinal);
        Assert.Contains("RTF", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_one_object_a_line()
    {
        await using var speech = await RecordingsAsync();

        var (code, output, _) = await RunAsync(speech, "transcribe", Path.Combine(speech.Folder, "wav", "a.wav"), "--recognizer", "scripted", "--json");

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        Assert.Equal("улица Абая пять.", json.RootElement.GetProperty("text").GetString());
        Assert.Equal(3, json.RootElement.GetProperty("recognition").GetProperty("words").GetArrayLength());
    }

    [Fact]
    public async Task A_file_that_cannot_be_heard_is_named_and_the_others_are_heard()
    {
        await using var speech = await RecordingsAsync();
        await File.WriteAllTextAsync(Path.Combine(speech.Folder, "wav", "aa.wav"), "no sound");

        var (code, output, error) = await RunAsync(speech, "transcribe", Path.Combine(speech.Folder, "wav"), "--recognizer", "scripted");

        Assert.Equal(1, code);
        Assert.Equal(2, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("aa.wav: begins with no s", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_within_a_long_recording_and_parts_that_are_missing_stand_on_standard_error()
    {
        var number = 0;
        var recognizer = new Recognition.FakeRecognizer("fake", (_, _) => ++number == 2
            ? throw new SpeechException("fake: broken")
            : Task.FromResult(new SpeechRecognition("да", "ru", 1, 0.9, [], "fake")), "ru");
        await using var speech = new SpeechServices(services => services
            .AddSingleton<IVoiceActivityDetector, AlwaysSpeech>()
            .AddSingleton(new CallIntake.Engine.Speech.Recognition.RecognizerRegistration("fake"))
            .AddKeyedSingleton<ISpeechRecognizer>("fake", recognizer));
        var path = Path.Combine(speech.Folder, "long.wav");
        await WavWriter.WriteTelephoneAsync(path, Signals.Silence(200), CancellationToken.None);

        var (code, output, error) = await RunAsync(speech, "transcribe", path, "--recognizer", "fake");

        Assert.Equal(1, code);
        Assert.Equal($"long.wav\t{string.Join(' ', Enumerable.Repeat("да", number - 1))}\n", output);
        Assert.Matches(@"(?m)^long\.wav 00:01:\d\d of 00:03:20$", error);
        Assert.Matches(@"(?m)^long\.wav 00:02:\d\d of 00:03:20$", error);
        Assert.Matches(@"(?m)^long\.wav: not heard from \d+\.\d to \d+\.\d s: .*fake: broken", error);
    }

    [Theory]
    [InlineData("transcribe", "nowhere.wav")]
    [InlineData("transcribe", "/", "--language", "en")]
    [InlineData("transcribe", "/", "--jobs", "0")]
    [InlineData("transcribe", "/", "--window", "half")]
    [InlineData("transcribe")]
    [InlineData("speak")]
    [InlineData("speak", "text", "--language", "en")]
    public void Wrong_use_is_an_error_of_the_command_line(params string[] arguments)
    {
        Assert.NotEmpty(Root(_ => throw new InvalidOperationException("no services are needed")).Parse(arguments).Errors);
    }

    [Fact]
    public async Task A_recogniser_that_does_not_exist_is_wrong_use()
    {
        await using var speech = await RecordingsAsync();

        var (code, _, error) = await RunAsync(speech, "transcribe", Path.Combine(speech.Folder, "wav"), "--recognizer", "wisper");

        Assert.Equal(2, code);
        Assert.Contains("known are whisper, scripted", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_is_spoken_to_a_file()
    {
        await using var speech = new SpeechServices();
        var target = Path.Combine(speech.Folder, "f.wav");

        var (code, output, _) = await RunAsync(speech, "speak", "Мекенжайды айтыңыз", "--language", "kk", "--out", target);

        Assert.Equal((0, target), (code, output.Trim()));
        Assert.InRange(WavReader.Read(target).Duration.TotalSeconds, 0.5, 5);
    }

    [Fact]
    public async Task Without_a_voice_speaking_fails_and_says_why()
    {
        await using var speech = new SpeechServices(("Speech:Espeak:Program", "no-such-program"));

        var (code, output, error) = await RunAsync(speech, "speak", "Текст");

        Assert.Equal((1, string.Empty), (code, output));
        Assert.Contains("Speech:Synthesis:Chains:ru", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_phrases_of_the_product_are_fit_for_the_telephone()
    {
        await using var speech = new SpeechServices();

        var (code, output, _) = await RunAsync(speech, "prompts", "check");

        Assert.Equal((0, string.Empty), (code, output));
    }

    [Fact]
    public async Task Phrases_that_are_missing_loud_clipped_or_long_are_named_and_rendered_anew()
    {
        await using var whole = new SpeechServices();
        var prompts = Path.Combine(whole.Folder, "prompts");
        Directory.CreateDirectory(prompts);
        await File.WriteAllTextAsync(Path.Combine(prompts, "prompts.tsv"), "key\tru\tkk\twhen\na\tОдна секунда.\tБір сәт.\t\nb\tДа.\tИә.\t\n");
        await WavWriter.WriteTelephoneAsync(Path.Combine(prompts, "ru", "a.wav"), Signals.Make(20, 8000, (t, _) => 3 * Math.Sin(2000 * t)), CancellationToken.None);
        await File.WriteAllBytesAsync(Path.Combine(prompts, "ru", "b.wav"), WavWriter.ToBytes(Signals.Tone(440, 1, 16000, 0.05)));
        await using var speech = new SpeechServices(("Speech:PromptsPath", prompts));

        var (code, output, _) = await RunAsync(speech, "prompts", "check");
        Assert.Equal(1, code);
        foreach (var fault in new[] { "a.wav: takes 20.0 s", "a.wav: is too loud", "a.wav: is clipped", "b.wav: has 16000 Hz", "b.wav: is too quiet", "a.wav: is missing" })
        {
            Assert.Contains(fault, output, StringComparison.Ordinal);
        }

        Assert.Equal(0, (await RunAsync(speech, "prompts", "render", "--language", "kk")).Code);
        Assert.Equal(0, (await RunAsync(speech, "prompts", "render", "--language", "ru", "--overwrite")).Code);
        Assert.Equal(0, (await RunAsync(speech, "prompts", "check")).Code);
    }

    private sealed class AlwaysSpeech : IVoiceActivityDetector
    {
        public IReadOnlyList<SpeechSegment> Detect(SpeechAudio audio) => [new SpeechSegment(0, audio.Duration.TotalSeconds)];
    }

    private static RootCommand Root(Func<ParseResult, IServiceProvider> services) => new() { TranscribeCommand.Create(services), SpeakCommand.Create(services), SpeechPromptsCommand.Create(services) };

    private static async Task<(int Code, string Output, string Error)> RunAsync(SpeechServices speech, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Root(_ => speech.Get<IServiceProvider>()).Parse(arguments)
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private static async Task<SpeechServices> RecordingsAsync()
    {
        var speech = new SpeechServices();
        foreach (var (name, text) in new[] { ("a", "улица Абая пять."), ("b", "да") })
        {
            var path = Path.Combine(speech.Folder, "wav", name);
            await WavWriter.WriteTelephoneAsync(path + ".wav", Signals.Silence(1), CancellationToken.None);
            await File.WriteAllTextAsync(path + ".txt", text);
        }

        return speech;
    }
}

using System.Runtime.Versioning;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;

namespace CallIntake.Tests.Speech.Synthesis;

public sealed class SpeechOutputTests
{
    [Fact]
    public async Task Every_fixed_phrase_has_a_text_and_a_telephone_recording_in_both_languages()
    {
        await using var speech = new SpeechServices();
        var output = speech.Get<ISpeechOutput>();
        var keys = speech.Get<CallIntake.Engine.Speech.Synthesis.PromptCatalogue>().Keys;

        Assert.Contains("greeting", keys);
        foreach (var (key, language) in keys.SelectMany(key => new[] { (key, "ru"), (key, "kk") }))
        {
            Assert.NotEmpty(output.PromptText(key, language));
            Assert.Equal(8000, WavReader.Read(output.FindPrompt(key, language)!).SampleRate);
        }

        Assert.Null(output.FindPrompt("../appsettings", "ru"));
        Assert.Empty(output.PromptText("nothing", "ru"));
    }

    [Theory]
    [InlineData("ru", "Улица Сатпаева, девяносто.")]
    [InlineData("kk", "Сәтпаев көшесі, тоқсан.")]
    public async Task A_live_sentence_is_spoken_for_the_telephone_and_kept(string language, string text)
    {
        await using var speech = new SpeechServices();
        var output = speech.Get<ISpeechOutput>();

        var path = await output.SpeakAsync(text, language, CancellationToken.None);
        var again = await output.SpeakAsync(text, language, CancellationToken.None);

        Assert.NotNull(path);
        Assert.True(Path.IsPathFullyQualified(path));
        Assert.Equal(path, again);
        var audio = WavReader.Read(path);
        Assert.Equal(8000, audio.SampleRate);
        Assert.InRange(audio.Duration.TotalSeconds, 0.5, 10);
        Assert.InRange(ActiveSpeechLevel.Measure(audio), -24.3, -23.7);
        Assert.InRange(AudioLevel.Measure(audio.Samples.Span).Peak, -18, -2.9);
        Assert.NotEqual(path, await output.SpeakAsync(text, language == "ru" ? "kk" : "ru", CancellationToken.None));
    }

    [Fact]
    public async Task Without_a_program_nothing_is_spoken_and_nothing_breaks()
    {
        await using var speech = new SpeechServices(("Speech:Espeak:Program", "no-such-program"));

        Assert.Null(await speech.Get<ISpeechOutput>().SpeakAsync("Текст", "ru", CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_to_say_is_not_said()
    {
        await using var speech = new SpeechServices();

        Assert.Null(await speech.Get<ISpeechOutput>().SpeakAsync(" \r\n", "ru", CancellationToken.None));
    }

    [Theory]
    [InlineData("echo broken >&2; exit 3")]
    [InlineData("echo this is no sound")]
    [InlineData("exit 0")]
    [SupportedOSPlatform("linux")]
    public async Task A_voice_that_fails_leaves_the_sentence_out(string script)
    {
        await using var folder = new SpeechServices();
        await using var speech = new SpeechServices(("Speech:Espeak:Program", await ProgramAsync(folder.Folder, script)));

        Assert.Null(await speech.Get<ISpeechOutput>().SpeakAsync("Текст", "ru", CancellationToken.None));
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public async Task A_voice_that_hangs_is_killed_at_the_deadline()
    {
        await using var folder = new SpeechServices();
        var mark = Path.Combine(folder.Folder, "pid");
        var program = await ProgramAsync(folder.Folder, $"echo $$ > {mark}; exec sleep 600");
        await using var speech = new SpeechServices(("Speech:Espeak:Program", program), ("Speech:Synthesis:Deadline", "00:00:02"));

        Assert.Null(await speech.Get<ISpeechOutput>().SpeakAsync("Текст", "ru", CancellationToken.None));

        var pid = (await File.ReadAllTextAsync(mark)).Trim();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (File.Exists($"/proc/{pid}/cmdline") && (await File.ReadAllTextAsync($"/proc/{pid}/cmdline", patience.Token)).Length > 0)
        {
            await Task.Delay(20, patience.Token);
        }
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public async Task The_text_goes_in_by_standard_input_and_never_as_an_argument()
    {
        await using var folder = new SpeechServices();
        var seen = Path.Combine(folder.Folder, "seen");
        var program = await ProgramAsync(folder.Folder, $"echo \"$@\" > {seen}.args; cat > {seen}.text; cat {folder.Content("samples/02-noise-turn-3.wav")}");
        await using var speech = new SpeechServices(("Speech:Espeak:Program", program));

        Assert.NotNull(await speech.Get<ISpeechOutput>().SpeakAsync("-w /x \n$(id)", "kk", CancellationToken.None));

        Assert.Equal("-v kk -s 140 --stdin --stdout", (await File.ReadAllTextAsync(seen + ".args")).Trim());
        Assert.Equal("-w /x $(id)", (await File.ReadAllTextAsync(seen + ".text")).Trim());
    }

    [Fact]
    public async Task The_cache_stays_within_its_size_and_survives_a_folder_it_cannot_write()
    {
        await using var small = new SpeechServices(("Speech:CacheBytes", "200000"));
        for (var i = 0; i < 6; i++)
        {
            Assert.NotNull(await small.Get<ISpeechOutput>().SpeakAsync($"Предложение номер {i}.", "ru", CancellationToken.None));
        }

        Assert.InRange(new DirectoryInfo(Path.Combine(small.Folder, "cache")).GetFiles("*.wav", SearchOption.AllDirectories).Sum(file => file.Length), 1, 200000);

        await using var unwritable = new SpeechServices(("Speech:CachePath", "/dev/null/cache"));
        Assert.NotNull(await unwritable.Get<ISpeechOutput>().SpeakAsync("Текст", "ru", CancellationToken.None));
    }

    [SupportedOSPlatform("linux")]
    private static async Task<string> ProgramAsync(string folder, string script)
    {
        var path = Path.Combine(folder, "voice.sh");
        await File.WriteAllTextAsync(path, "#!/bin/sh\n" + script + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}

using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Providers;
using CallIntake.Engine.Speech.Recognition;
using CallIntake.Tests.Speech.Audio;
using CallIntake.Tests.Speech.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace CallIntake.Tests.Speech.Providers;

public sealed class SpeechHealthCheckTests
{
    private const string Data = "CallIntake.Tests/Speech/Data/";

    [Fact]
    public async Task What_the_chains_name_and_lack_is_told_without_asking_anybody()
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = new SpeechServices(
            ("Speech:Recognition:Chains:ru:0", "gigaam"), ("Speech:Recognition:Chains:ru:1", "openai"), ("Speech:Recognition:Chains:kk:0", "google"),
            ("Speech:Gigaam:Folder", "/nowhere"), ("Speech:OpenAI:Endpoint", server.Address), ("Speech:Synthesis:Chains:kk:0", "command"));

        var entry = await CheckAsync(speech);

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Contains("gigaam: Speech:Gigaam:Folder: /nowhere does not exist", entry.Description, StringComparison.Ordinal);
        Assert.Contains("google: neither Speech:Google:Key", entry.Description, StringComparison.Ordinal);
        Assert.Contains("command: Speech:Command:Kazakh", entry.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("openai", entry.Description, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_server_that_failed_is_degraded_until_it_answers_again()
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = new SpeechServices(
            ("Speech:Recognition:Chains:ru:0", "openai"), ("Speech:Recognition:Chains:kk:0", "scripted"), ("Speech:OpenAI:Endpoint", server.Address));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(speech)).Status);

        server.AnswerJson("{}", 429);
        await Assert.ThrowsAsync<SpeechException>(() => HearAsync(speech, "openai"));
        var failed = await CheckAsync(speech);
        Assert.Equal(HealthStatus.Degraded, failed.Status);
        Assert.Contains("openai: 429", failed.Description, StringComparison.Ordinal);

        server.AnswerJson("""{"text":"да"}""");
        await HearAsync(speech, "openai");
        Assert.Equal(("hears with openai, scripted; speaks with espeak", HealthStatus.Healthy), ((await CheckAsync(speech)).Description, (await CheckAsync(speech)).Status));
    }

    [Fact]
    public async Task A_server_that_is_left_alone_is_remembered()
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = new SpeechServices(("Speech:Recognition:Chains:ru:0", "openai"), ("Speech:Recognition:Chains:kk:0", "scripted"), ("Speech:OpenAI:Endpoint", server.Address));
        server.AnswerJson("{}", 500);
        for (var i = 0; i < 6 && !speech.Get<ProviderHealth>().IsResting("openai"); i++)
        {
            await Assert.ThrowsAsync<SpeechException>(() => HearAsync(speech, "openai"));
        }

        Assert.True(speech.Get<ProviderHealth>().IsResting("openai"));
        speech.Get<ProviderHealth>().Succeeded(ProviderHealth.Hearing("openai"));
        Assert.Contains("failed repeatedly", (await CheckAsync(speech)).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_chain_of_voices_is_a_choice_and_no_fault()
    {
        await using var speech = new SpeechServices(
            ("Speech:Recognition:Chains:ru:0", "scripted"), ("Speech:Recognition:Chains:kk:0", "scripted"),
            ("Speech:Synthesis:Chains:ru", string.Empty), ("Speech:Synthesis:Chains:kk", string.Empty), ("Speech:Espeak:Program", "no-such-program"));

        Assert.Equal("hears with scripted; speaks with recorded phrases", (await CheckAsync(speech)).Description);
        Assert.Null(await speech.Get<ISpeechOutput>().SpeakAsync("Привет.", "ru", CancellationToken.None));
    }

    [Fact]
    public async Task A_voice_that_failed_is_degraded()
    {
        await using var speech = new SpeechServices(
            ("Speech:Recognition:Chains:ru:0", "scripted"), ("Speech:Recognition:Chains:kk:0", "scripted"), ("Speech:Synthesis:Chains:ru:0", "piper"), ("Speech:Piper:Endpoint", "http://127.0.0.1:1"));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(speech)).Status);

        Assert.Null(await speech.Get<ISpeechOutput>().SpeakAsync("Привет.", "ru", CancellationToken.None));

        var entry = await CheckAsync(speech);
        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Contains("piper", entry.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tiny-gigaam-multilingual", HealthStatus.Healthy)]
    [InlineData("tiny-t-one", HealthStatus.Degraded)]
    public async Task A_CTC_model_is_loaded_at_the_start_so_that_health_knows_it(string folder, HealthStatus expected)
    {
        await using var place = new SpeechServices();
        await using var speech = new SpeechServices(
            ("Speech:Recognition:Chains:ru:0", "gigaam"), ("Speech:Recognition:Chains:kk:0", "gigaam"), ("Speech:Gigaam:Folder", ContentOf(folder, expected, place)));
        foreach (var warmUp in speech.Get<IServiceProvider>().GetServices<IHostedService>().OfType<BackgroundService>())
        {
            await warmUp.StartAsync(CancellationToken.None);
            await warmUp.ExecuteTask!;
        }

        var entry = await CheckAsync(speech);
        Assert.True(expected == entry.Status, entry.Description);
    }

    // The wrong model with a vocabulary beside it looks right from outside.
    private static string ContentOf(string folder, HealthStatus expected, SpeechServices place)
    {
        var source = place.Content(Data + folder);
        if (expected == HealthStatus.Healthy)
        {
            return source;
        }

        File.Copy(Path.Combine(source, "model.onnx"), Path.Combine(place.Folder, "wrong_ctc.onnx"));
        File.WriteAllText(Path.Combine(place.Folder, "wrong_vocab.txt"), "а 0\n<blk> 1\n");
        return place.Folder;
    }

    private static Task<ChainResult> HearAsync(SpeechServices speech, string recognizer) =>
        speech.Get<RecognizerChains>().Only(recognizer, "ru").HearAsync(Signals.Tone(440, 0.5, 8000), new RecognitionRequest(), CancellationToken.None);

    private static async Task<HealthReportEntry> CheckAsync(SpeechServices speech) =>
        (await speech.Get<HealthCheckService>().CheckHealthAsync(CancellationToken.None)).Entries["speech"];
}

using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Google;
using CallIntake.Engine.Speech.OpenAi;
using CallIntake.Engine.Speech.Recognition;
using CallIntake.Tests.Speech.Audio;
using CallIntake.Tests.Speech.Recognition;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CallIntake.Tests.Speech.Servers;

/// <summary>Servers that take a request and never answer, or never to the end. The clock is the test's.</summary>
public sealed class HangingServerTests
{
    private const int UntilOpen = 3;
    private static readonly SpeechAudio Audio = Signals.Tone(440, 1);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(8);

    public static TheoryData<string, string> Servers => new()
    {
        { "openai", "never" },
        { "openai", "dripping" },
        { "google", "never" },
        { "google", "dripping" },
        { "google", "no token" },
    };

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task After_a_few_turns_a_server_that_hangs_is_no_longer_waited_for(string provider, string fault)
    {
        var time = new FakeTimeProvider();
        await using var server = await FakeSpeechServer.StartAsync();
        await using var account = await GoogleAccount.CreateAsync(server.Address);
        await using var speech = Services(server, time, fault == "no token" ? ("GOOGLE_APPLICATION_CREDENTIALS", account.Path) : ("Speech:Google:Key", "g"));
        server.Answer = fault == "dripping" ? DripAsync : context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var recognizer = Recognizer(speech, provider);
        var chain = new RecognizerChain("ru", [recognizer, new FakeRecognizer("next", "да", "ru", "ru")]);

        for (var turn = 1; turn <= UntilOpen; turn++)
        {
            var hearing = recognizer.RecognizeAsync(Audio, new RecognitionRequest(), CancellationToken.None);
            await server.WaitForAsync(fault == "no token" ? 1 : turn);
            time.Advance(Deadline);
            var error = await Assert.ThrowsAsync<SpeechException>(() => hearing);
            Assert.Contains($"{provider}: no answer within 8 s (Speech:{(provider == "google" ? "Google" : "OpenAI")}:Deadline)", error.Message, StringComparison.Ordinal);
        }

        // The clock stands still: who waited now would wait for ever.
        Assert.Equal("да", (await chain.HearAsync(Audio, new RecognitionRequest(), CancellationToken.None)).Recognition.Text);
        Assert.Equal(fault == "no token" ? 1 : UntilOpen, server.Asked.Count);
    }

    [Fact]
    public async Task A_server_that_goes_on_hanging_is_tried_less_and_less_often()
    {
        var time = new FakeTimeProvider();
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = Services(server, time);
        server.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var recognizer = Recognizer(speech, "openai");
        var breaks = new[] { 0, 0, 0, 15, 30, 60, 120 };
        for (var i = 0; i < breaks.Length; i++)
        {
            if (breaks[i] > 0)
            {
                time.Advance(TimeSpan.FromSeconds(breaks[i] - 1));
                await Assert.ThrowsAsync<SpeechException>(() => recognizer.RecognizeAsync(Audio, new RecognitionRequest(), CancellationToken.None));
                Assert.Equal(i, server.Asked.Count);
                time.Advance(TimeSpan.FromSeconds(1));
            }

            var hearing = recognizer.RecognizeAsync(Audio, new RecognitionRequest(), CancellationToken.None);
            await server.WaitForAsync(i + 1);
            time.Advance(Deadline);
            await Assert.ThrowsAsync<SpeechException>(() => hearing);
        }
    }

    [Fact]
    public async Task A_caller_who_hangs_up_is_no_fault_of_the_server()
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = Services(server, new FakeTimeProvider());
        server.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var recognizer = Recognizer(speech, "openai");
        for (var turn = 1; turn <= UntilOpen + 2; turn++)
        {
            using var hungUp = new CancellationTokenSource();
            var hearing = recognizer.RecognizeAsync(Audio, new RecognitionRequest(), hungUp.Token);
            await server.WaitForAsync(turn);
            await hungUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hearing);
        }

        server.AnswerJson("""{"text":"да"}""");
        Assert.Equal("да", (await recognizer.RecognizeAsync(Audio, new RecognitionRequest(), CancellationToken.None)).Text);
    }

    private static ISpeechRecognizer Recognizer(SpeechServices speech, string provider) =>
        provider == "google" ? speech.Get<GoogleRecognizer>() : speech.Get<OpenAiRecognizer>();

    private static SpeechServices Services(FakeSpeechServer server, FakeTimeProvider time, params (string, string)[] settings) => new(
        services => services.AddSingleton<TimeProvider>(time),
        [
            ("Speech:OpenAI:Endpoint", server.Address + "/v1"), ("Speech:Google:Endpoint", server.Address + "/v1"),
            ("Speech:OpenAI:Deadline", "00:00:08"), ("Speech:Google:Deadline", "00:00:08"), .. settings,
        ]);

    // A good beginning, and then nothing that ends it.
    private static async Task DripAsync(HttpContext context)
    {
        await context.Response.WriteAsync("{\"text\":\"", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await Task.Delay(Timeout.Infinite, context.RequestAborted);
    }
}

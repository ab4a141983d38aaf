using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Recognition;
using CallIntake.Tests.Speech.Audio;
using Microsoft.Extensions.Time.Testing;

namespace CallIntake.Tests.Speech.Recognition;

public sealed class RecognizerChainTests
{
    private static readonly SpeechAudio Audio = Signals.Silence(1);

    [Fact]
    public async Task The_next_recogniser_is_asked_where_one_failed()
    {
        var chain = new RecognizerChain("ru", [FakeRecognizer.Failing("first"), new FakeRecognizer("second", "да", "ru", "ru")]);

        Assert.Equal("да", (await chain.HearAsync(Audio, new RecognitionRequest(), CancellationToken.None)).Recognition.Text);
    }

    [Fact]
    public async Task A_mistake_in_a_recogniser_costs_nobody_the_chain()
    {
        var broken = new FakeRecognizer("first", (_, _) => throw new ArgumentOutOfRangeException(), "ru");
        var chain = new RecognizerChain("ru", [broken, new FakeRecognizer("second", "да", "ru", "ru")]);

        Assert.Equal("да", (await chain.HearAsync(Audio, new RecognitionRequest(), CancellationToken.None)).Recognition.Text);
    }

    [Fact]
    public async Task An_empty_text_is_an_answer()
    {
        var second = new FakeRecognizer("second", "да", "ru", "ru");
        var chain = new RecognizerChain("ru", [new FakeRecognizer("first", string.Empty, null, "ru"), second]);

        Assert.Empty((await chain.HearAsync(Audio, new RecognitionRequest(), CancellationToken.None)).Recognition.Text);
        Assert.Empty(second.Asked);
    }

    [Fact]
    public async Task When_all_fail_every_cause_is_named()
    {
        var chain = new RecognizerChain("ru", [FakeRecognizer.Failing("first"), FakeRecognizer.Failing("second")]);

        var error = await Assert.ThrowsAsync<SpeechException>(() => chain.HearAsync(Audio, new RecognitionRequest(), CancellationToken.None));

        Assert.Contains("first: broken second: broken", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_hung_up_is_no_failure()
    {
        using var hungUp = new CancellationTokenSource();
        await hungUp.CancelAsync();
        var second = new FakeRecognizer("second", "да", "ru", "ru");
        var first = new FakeRecognizer("first", (_, token) => Task.FromCanceled<SpeechRecognition>(token), "ru");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new RecognizerChain("ru", [first, second]).HearAsync(Audio, new RecognitionRequest(), hungUp.Token));
        Assert.Empty(second.Asked);
    }

    [Fact]
    public async Task A_language_is_forced_only_on_who_knows_it()
    {
        var recognizer = new FakeRecognizer("first", "да", "ru", "ru");

        await new RecognizerChain("kk", [recognizer]).HearAsync(Audio, new RecognitionRequest("kk"), CancellationToken.None);

        Assert.Null(recognizer.Asked[0].Request.Language);
    }

    [Fact]
    public async Task Who_does_not_answer_in_time_has_failed_even_if_it_does_not_stop()
    {
        var time = new FakeTimeProvider();
        var never = new TaskCompletionSource<SpeechRecognition>();
        var slow = new FakeRecognizer("slow", (_, _) => never.Task, "ru");
        var heard = new DeadlineRecognizer(slow, TimeSpan.FromSeconds(5), time).RecognizeAsync(Audio, new RecognitionRequest(), CancellationToken.None);

        time.Advance(TimeSpan.FromSeconds(6));

        var error = await Assert.ThrowsAsync<SpeechException>(() => heard);
        Assert.Contains("slow: no answer within 5 s", error.Message, StringComparison.Ordinal);
    }
}

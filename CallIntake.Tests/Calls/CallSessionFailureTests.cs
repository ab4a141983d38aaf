using CallIntake.Engine.Calls;
using CallIntake.Engine.Conversation;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Triage;
using static CallIntake.Tests.Calls.CallerAction;

namespace CallIntake.Tests.Calls;

public sealed class CallSessionFailureTests
{
    private const string Noise = "category=noise address=Абая";

    [Fact]
    public async Task Zero_brings_a_human()
    {
        await using var bench = new SessionBench(Says(Noise) with { Key = '0' });
        await bench.RunAsync();

        Assert.Equal("operator", bench.Line.Outcome);
        Assert.Contains(HumanReasons.Asked, bench.Call.Record!.NeedsHumanReasons);
    }

    [Fact]
    public async Task A_failing_recogniser_brings_a_human_and_the_card_says_why()
    {
        await using var bench = new SessionBench(Says(Noise)) { Transcriber = { Failure = new SpeechException("whisper: the model is damaged") } };
        await bench.RunAsync();

        Assert.Equal(("operator", "ru/failure"), (bench.Line.Outcome, bench.Line.Played.Last()));
        Assert.True(bench.Call.Urgency >= Urgency.High);
        Assert.Contains(HumanReasons.Failure, bench.Call.Record!.NeedsHumanReasons);
        Assert.Equal("failed", bench.Recorder.Stages.Last());
    }

    [Fact]
    public async Task A_recording_that_fails_brings_a_human()
    {
        await using var bench = new SessionBench(Silence with { Fails = true });
        await bench.RunAsync();

        Assert.Equal("operator", bench.Line.Outcome);
        Assert.Contains(HumanReasons.Failure, bench.Call.Record!.NeedsHumanReasons);
    }

    [Fact]
    public async Task A_recordings_folder_that_cannot_be_made_brings_a_human()
    {
        await using var bench = new SessionBench(Says(Noise)) { RecordingsPath = "/proc/none" };
        await bench.RunAsync();

        Assert.Equal("operator", bench.Line.Outcome);
        Assert.Contains(HumanReasons.Failure, bench.Call.Record!.NeedsHumanReasons);
    }

    [Fact]
    public async Task A_call_that_the_database_does_not_have_is_never_ended_by_the_machine()
    {
        await using var bench = new SessionBench(Says(Noise)) { Recorder = { Saves = false }, Voice = { CanSpeak = false } };
        await bench.RunAsync();

        Assert.Equal("operator", bench.Line.Outcome);
    }

    [Fact]
    public async Task A_stopping_host_hands_open_calls_to_humans()
    {
        await using var bench = new SessionBench(Says("category=noise"), Says(Noise));
        bench.Line.OnStep = step =>
        {
            if (step == "record:turn-1.wav")
            {
                bench.Line.StopHost();
            }
        };
        await bench.RunAsync();

        Assert.Equal(("operator", CallStatus.Interrupted), (bench.Line.Outcome, bench.Call.Status));
        Assert.Contains(HumanReasons.Interrupted, bench.Call.Record!.NeedsHumanReasons);
    }

    [Fact]
    public async Task Two_turns_that_are_not_understood_bring_a_human()
    {
        await using var bench = new SessionBench(Says("шум", confidence: 0.1), Silence with { Unheard = true });
        await bench.RunAsync();

        Assert.Contains("ru/repeat", bench.Line.Played);
        Assert.Equal("operator", bench.Line.Outcome);
        Assert.Contains(HumanReasons.LowConfidence, bench.Call.Record!.NeedsHumanReasons);
    }

    [Fact]
    public async Task The_watchdog_is_armed_before_every_sound_and_recording()
    {
        await using var bench = new SessionBench(Says("category=noise"), Says("address=Абая"), Says("да"));
        await bench.RunAsync();

        var steps = bench.Line.Steps;
        var recordings = steps.Index().Where(step => step.Item.StartsWith("record:", StringComparison.Ordinal));
        Assert.All(recordings, step => Assert.Equal("watchdog", steps[step.Index - 1]));
        Assert.Equal(Prompts.Goodbye, steps.Last(step => step.StartsWith("play:", StringComparison.Ordinal)).Split('/')[^1]);
    }
}

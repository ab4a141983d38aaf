using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using static CallIntake.Tests.Calls.CallerAction;

namespace CallIntake.Tests.Calls;

public sealed class CallSessionSilenceTests
{
    [Fact]
    public async Task A_hang_up_in_the_greeting_is_an_abandoned_call_on_the_callback_list()
    {
        await using var bench = new SessionBench();
        bench.Line.OnPlay = _ => new PlaybackResult(PlaybackOutcome.HungUp);
        await bench.RunAsync();

        Assert.Equal((CallStatus.Abandoned, Urgency.Medium, Categories.AbandonedCall), (bench.Call.Status, bench.Call.Urgency, bench.Call.Record!.Category));
        Assert.True(bench.Call is { HungUp: true, Record.NeedsHuman: true });
        Assert.Null(bench.Line.Outcome);
    }

    [Fact]
    public async Task What_was_said_before_a_hang_up_is_still_heard_and_judged()
    {
        await using var bench = new SessionBench(Says("[critical] category=assault address=Абая") with { HangsUp = true });
        await bench.RunAsync();

        Assert.Equal((CallStatus.New, Urgency.Critical, true), (bench.Call.Status, bench.Call.Urgency, bench.Call.HungUp));
        Assert.Contains("assault", bench.Call.Transcript, StringComparison.Ordinal);
        Assert.Contains("hung_up", bench.Recorder.Stages);
    }

    [Fact]
    public async Task A_hang_up_in_the_first_recording_without_a_word_is_abandoned()
    {
        await using var bench = new SessionBench(Silence with { HangsUp = true });
        await bench.RunAsync();

        Assert.Equal((CallStatus.Abandoned, Categories.AbandonedCall), (bench.Call.Status, bench.Call.Record!.Category));
    }

    [Fact]
    public async Task A_hang_up_frees_the_line_before_anything_is_saved()
    {
        await using var bench = new SessionBench(Says("[critical] category=assault") with { HangsUp = true });
        var saved = new TaskCompletionSource();
        bench.Recorder.BeforeSaving = () => bench.Line.HungUp ? saved.Task : Task.CompletedTask;
        var running = bench.RunAsync(waitForAftercare: false);
        await running.WaitAsync(TimeSpan.FromSeconds(30));
        saved.SetResult();
        await bench.FinishAsync();

        Assert.Equal((Urgency.Critical, CallStatus.New), (bench.Call.Urgency, bench.Call.Status));
    }

    [Fact]
    public async Task A_key_in_silence_is_critical_and_nothing_is_said_any_more()
    {
        await using var bench = new SessionBench(Silence, Silence, Silence, Silence with { Key = '5' });
        await bench.RunAsync();

        Assert.Equal((Categories.SilentCall, Urgency.Critical), (bench.Call.Record!.Category, bench.Call.Urgency));
        Assert.Contains(HumanReasons.DoNotCallBack, bench.Call.Record.NeedsHumanReasons);
        Assert.Equal("operator", bench.Line.Outcome);
        Assert.Equal("ru/press_any_key", bench.Line.Played.Last());
    }

    [Fact]
    public async Task Sounds_in_silence_are_critical()
    {
        await using var bench = new SessionBench(Silence, Silence, Silence, Silence with { HasSound = true });
        await bench.RunAsync();

        Assert.Equal((Categories.SilentCall, Urgency.Critical, "operator"), (bench.Call.Record!.Category, bench.Call.Urgency, bench.Line.Outcome));
    }

    [Fact]
    public async Task Nothing_at_all_is_high_silent_and_on_the_callback_list()
    {
        await using var bench = new SessionBench();
        await bench.RunAsync();

        Assert.Equal((CallStatus.Silent, Categories.SilentCall, Urgency.High), (bench.Call.Status, bench.Call.Record!.Category, bench.Call.Urgency));
        Assert.Equal(["kk/not_heard", "ru/not_heard"], bench.Line.Played.TakeLast(2));
        Assert.Equal("closed", bench.Line.Outcome);
    }

    [Fact]
    public async Task A_caller_who_speaks_after_the_invitation_to_press_a_key_is_heard()
    {
        await using var bench = new SessionBench(Silence, Silence, Silence, Says("[critical] category=domestic"));
        await bench.RunAsync();

        Assert.Equal(("domestic", Urgency.Critical), (bench.Call.Record!.Category, bench.Call.Urgency));
    }
}

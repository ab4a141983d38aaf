using CallIntake.Engine.Calls;
using CallIntake.Engine.Conversation;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Triage;
using static CallIntake.Tests.Calls.CallerAction;

namespace CallIntake.Tests.Calls;

public sealed class CallSessionTests
{
    private const string Noise = "category=noise address=Абая";

    [Fact]
    public async Task The_first_command_marks_the_call_as_seen_and_the_last_sets_the_outcome()
    {
        await using var bench = new SessionBench(Says(Noise)) { Voice = { CanSpeak = false } };
        await bench.RunAsync();

        Assert.Equal("CALLINTAKE_SEEN=1", bench.Line.Steps[0]);
        Assert.Equal("closed", bench.Line.Outcome);
        Assert.Contains("CALLINTAKE_URGENCY=low", bench.Line.Steps);
        Assert.Contains("CALLINTAKE_LANGUAGE=ru", bench.Line.Steps);
        Assert.Contains($"CALLINTAKE_CALL_ID={bench.Call.Id:D}", bench.Line.Steps);
    }

    [Fact]
    public async Task Row_and_recording_exist_before_the_greeting_plays()
    {
        await using var bench = new SessionBench(Says(Noise));
        var rowsAtFirstSound = -1;
        bench.Line.OnStep = step =>
        {
            if (step.StartsWith("play:", StringComparison.Ordinal) && rowsAtFirstSound < 0)
            {
                rowsAtFirstSound = bench.Recorder.Events.Count;
            }
        };
        await bench.RunAsync();

        Assert.Equal(1, rowsAtFirstSound);
        Assert.True(bench.Line.Steps.IndexOf("mixed") < bench.Line.Steps.FindIndex(step => step.StartsWith("play:", StringComparison.Ordinal)));
        Assert.Equal(["kk/greeting", "ru/greeting", "kk/what_where", "ru/what_where"], bench.Line.Played.Take(4));
    }

    [Fact]
    public async Task Every_step_of_an_ordinary_call_is_an_event()
    {
        await using var bench = new SessionBench(Says("category=noise"), Says("address=Абая"), Says("да"));
        await bench.RunAsync();

        Assert.Equal(
            [
                "received", "greeting", "greeting", "recorded", "transcribed", "triaged", "replied", "recorded", "transcribed", "triaged", "replied",
                "recorded", "transcribed", "triaged", "replied", "replied", "closed",
            ],
            bench.Recorder.Stages);
        Assert.Equal((CallStatus.New, "closed", true), (bench.Call.Status, bench.Call.Outcome, bench.Call.Record!.AddressConfirmed));
        Assert.Equal("category=noise\naddress=Абая\nда", bench.Call.Transcript);
    }

    [Fact]
    public async Task A_critical_call_goes_to_a_human_without_a_question()
    {
        await using var bench = new SessionBench(Says("[critical] category=domestic"));
        await bench.RunAsync();

        Assert.Equal("operator", bench.Line.Outcome);
        Assert.Equal("ru/to_operator_now", bench.Line.Played.Last());
        Assert.Contains("CALLINTAKE_URGENCY=critical", bench.Line.Steps);
        Assert.Equal([HumanReasons.Critical], bench.Call.Record!.NeedsHumanReasons);
        Assert.Equal("handed_over", bench.Recorder.Stages.Last());
    }

    [Fact]
    public async Task The_reply_is_in_the_callers_language_and_Kazakh_that_nobody_understands_goes_to_a_human()
    {
        await using var bench = new SessionBench(Says("көршілер шулап жатыр", "kk"));
        await bench.RunAsync();

        Assert.Equal("kk/to_operator", bench.Line.Played.Last());
        Assert.Contains(HumanReasons.Language, bench.Call.Record!.NeedsHumanReasons);
        Assert.Equal("operator", bench.Line.Outcome);
    }

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
    public async Task At_most_four_questions_are_asked()
    {
        await using var bench = new SessionBench([.. Enumerable.Repeat(Says("[medium] category=assault"), 9)]);
        await bench.RunAsync();

        Assert.True(bench.Line.Played.Count(name => name.Contains("ask_", StringComparison.Ordinal)) <= 4);
        Assert.Equal("operator", bench.Line.Outcome);
    }

    [Fact]
    public async Task A_rejected_address_is_asked_for_again_and_the_new_one_is_read_back()
    {
        await using var bench = new SessionBench(Says(Noise), Silence with { Key = '2' }, Says("address=Сатпаева"), Silence with { Key = '1' });
        await bench.RunAsync();

        Assert.Equal(["Абая", "Сатпаева"], bench.Voice.Spoken.Select(text => text.Trim().Split(' ')[^1]));
        Assert.Equal(("Сатпаева", true), (bench.Call.Record!.Address, bench.Call.Record.AddressConfirmed));
    }

    [Fact]
    public async Task A_long_utterance_goes_on_in_the_next_piece_and_is_heard_as_one()
    {
        await using var bench = new SessionBench(Says("category=noise") with { Seconds = 15 }, Says("address=Абая") with { Seconds = 4 }) { Voice = { CanSpeak = false } };
        await bench.RunAsync();

        Assert.Equal(["turn-0.wav", "turn-0-1.wav"], bench.Line.Recordings.Keys.Select(path => Path.GetFileName(path)));
        Assert.Equal(("category=noise address=Абая", "closed"), (bench.Call.Transcript, bench.Line.Outcome));
        Assert.Equal(19, WavReader.Read(Path.Combine(bench.Folder, "turn-0-joined.wav")).Duration.TotalSeconds, 2);
    }

    [Fact]
    public async Task Where_the_line_records_no_both_sides_the_recording_is_put_together_from_the_turns()
    {
        await using var bench = new SessionBench(Says("category=noise"), Says("address=Абая")) { Voice = { CanSpeak = false } };
        await bench.RunAsync();

        Assert.True(WavReader.Read(Path.Combine(bench.Folder, "call.wav")).Duration >= TimeSpan.FromSeconds(10));
        Assert.EndsWith($"{bench.Call.Id:D}/call.wav", bench.Call.AudioPath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_models_second_look_may_raise_the_urgency()
    {
        await using var bench = new SessionBench(Says(Noise));
        bench.Triage.Refine = record => record with { Urgency = Urgency.Critical, Sources = new TriageSources("r", null, "model", "p1") };
        await bench.RunAsync();

        Assert.Equal((Urgency.Critical, "operator"), (bench.Call.Urgency, bench.Line.Outcome));
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

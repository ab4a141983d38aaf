using CallIntake.Engine.Calls;
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
    public async Task A_caller_who_changes_the_language_is_answered_in_it_and_it_is_what_is_expected_next()
    {
        await using var bench = new SessionBench(Says("category=noise"), Says("[medium] көршілер шулап жатыр", "kk"), Says("улица Абая"));
        bench.Transcriber.KnowsKazakh = true;
        await bench.RunAsync();

        Assert.Equal([null, "ru", "kk"], bench.Transcriber.Expected.Take(3));
        var answers = bench.Line.Played.Skip(4).Select(name => name[..2]).ToArray();
        Assert.Equal(["ru", "kk", "ru"], answers.Where((language, i) => i == 0 || answers[i - 1] != language));
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
}

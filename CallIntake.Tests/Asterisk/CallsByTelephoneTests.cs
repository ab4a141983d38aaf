using System.Text.Json;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;

namespace CallIntake.Tests.Asterisk;

/// <summary>Calls of <c>samples/</c> with the real recogniser, followed from the telephone to row, events, recording and export.</summary>
[Collection(AsteriskTests.Name)]
[Trait("Category", "Asterisk")]
public sealed class CallsByTelephoneTests(AsteriskFixture fixture)
{
    private const double Voice = 500; // RMS on the scale of 16-bit samples; line noise stays far below.

    [Fact]
    public async Task A_woman_who_is_being_beaten_hears_the_greeting_is_critical_and_talks_to_an_operator()
    {
        var caller = fixture.NewCaller();
        await fixture.PlaceCallAsync(caller, [.. Telephone.Says("01-domestic-turn-1", afterSeconds: 22), .. Telephone.HangsUpAfter(55)]);

        using var call = await fixture.EndedCallAsync(caller);
        Assert.Equal("critical", call.Text("urgency"));
        Assert.Contains(HumanReasons.Critical, call.Reasons());
        Assert.Equal("operator", call.Text("outcome"));
        await fixture.Asterisk.Logs.OperatorAnsweredAsync(caller);
        Assert.Equal(("operator", call.Id()), await fixture.Asterisk.Logs.RecordAsync(caller));
        AssertInOrder(
            await fixture.Console.StagesAsync(call),
            [CallStages.Received, CallStages.Greeting, CallStages.Recorded, CallStages.Transcribed, CallStages.Triaged, CallStages.Replied, CallStages.HandedOver]);
        await AssertRecordedAsync(call, leastSeconds: 45);
    }

    [Fact]
    public async Task A_caller_who_speaks_Kazakh_is_put_through_because_nothing_here_understands_it()
    {
        var caller = fixture.NewCaller();
        await fixture.PlaceCallAsync(caller, [.. Telephone.SkipsGreeting, .. Telephone.Says("12-noise-kk-turn-1", afterSeconds: 3), .. Telephone.HangsUpAfter(30)]);

        using var call = await fixture.EndedCallAsync(caller);
        Assert.True(call.Flag("needs_human"));
        Assert.Contains(HumanReasons.Language, call.Reasons());
        Assert.NotEqual("low", call.Text("urgency"));
        await fixture.Asterisk.Logs.OperatorAnsweredAsync(caller);
    }

    [Fact]
    public async Task Instructions_spoken_to_the_machine_do_not_lower_a_fight_with_knives()
    {
        var caller = fixture.NewCaller();
        await fixture.PlaceCallAsync(caller, [.. Telephone.SkipsGreeting, .. Telephone.Says("09-injection-turn-1", afterSeconds: 3), .. Telephone.HangsUpAfter(30)]);

        using var call = await fixture.EndedCallAsync(caller);
        Assert.Equal("critical", call.Text("urgency"));
        await fixture.Asterisk.Logs.OperatorAnsweredAsync(caller);
        Assert.Equal(("operator", call.Id()), await fixture.Asterisk.Logs.RecordAsync(caller));
    }

    [Fact]
    public async Task Somebody_who_says_nothing_is_asked_for_a_key_and_lands_on_the_callback_list()
    {
        var caller = fixture.NewCaller();
        await fixture.PlaceCallAsync(caller, [.. Telephone.SkipsGreeting, .. Telephone.Says("10-silent-turn-1", afterSeconds: 2), .. Telephone.IsHungUpWithin(120)]);

        using var call = await fixture.EndedCallAsync(caller);
        Assert.Equal(("high", Categories.SilentCall, "silent"), (call.Text("urgency"), call.Text("category"), call.Text("status")));
        Assert.Equal(("closed", call.Id()), await fixture.Asterisk.Logs.RecordAsync(caller));
        Assert.False(fixture.Asterisk.Logs.OperatorAnswered(caller));
        Assert.InRange(TelephoneWav.LoudestSecond(fixture.TurnRecording(call, 0)), 0, Voice);
    }

    [Fact]
    public async Task Neighbours_at_night_are_asked_about_read_back_confirmed_and_closed_by_the_machine()
    {
        await fixture.UseHostAsync();
        await using var telephone = await TalkingTelephone.DialAsync(fixture.Asterisk, fixture.Folder);
        using var greeted = await fixture.Console.CallOfAsync(TalkingTelephone.Number, IsListening, "listening");
        var turns = 0;
        foreach (var sample in (string[])["02-noise-turn-1", "02-noise-turn-2", "02-noise-turn-3"])
        {
            var known = turns;
            using var waiting = await fixture.Console.CallOfAsync(
                TalkingTelephone.Number, call => IsListening(call) && call.CallerTurns() == known, $"listening for turn {known}");
            await telephone.SayAsync(sample);
            using var heard = await fixture.Console.CallOfAsync(TalkingTelephone.Number, call => call.CallerTurns() > known, $"turn {known}");
            turns = heard.RootElement.CallerTurns();
        }

        using var call = await fixture.EndedCallAsync(TalkingTelephone.Number);
        await telephone.HungUpAsync();
        Assert.Equal(("noise", "closed"), (call.Text("category"), call.Text("outcome")));
        Assert.Equal(("closed", call.Id()), await fixture.Asterisk.Logs.RecordAsync(TalkingTelephone.Number));
        Assert.True(call.Flag("address_confirmed"));
        Assert.All([0, 1, 2], turn => Assert.True(TelephoneWav.LoudestSecond(fixture.TurnRecording(call, turn)) > Voice));
    }

    private static bool IsListening(JsonElement call) => call.Text("activity") == "listening";

    private static void AssertInOrder(IReadOnlyList<string> stages, string[] expected) =>
        Assert.Equal(expected, stages.Where((stage, i) => i == 0 || stages[i - 1] != stage));

    private async Task AssertRecordedAsync(JsonDocument call, double leastSeconds)
    {
        var path = Path.Combine(fixture.Recordings, call.Text("audio_path")!);
        Assert.InRange(TelephoneWav.Seconds(path), leastSeconds, 300);
        Assert.True(TelephoneWav.LoudestSecond(path) > Voice, "The recording of the whole call is silent.");
        Assert.True(TelephoneWav.LoudestSecond(fixture.TurnRecording(call, 0)) > Voice, "The recording of the caller is silent.");
        Assert.Equal(await File.ReadAllBytesAsync(path), await fixture.Console.RecordingAsync(call));
        Assert.Contains(call.Id(), await fixture.Console.CsvAsync(), StringComparison.Ordinal);
    }
}

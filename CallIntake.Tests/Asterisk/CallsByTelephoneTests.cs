using System.Text.Json;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;

namespace CallIntake.Tests.Asterisk;

/// <summary>Calls of <c>samples/</c> with the real recogniser, followed from the telephone to row, events, recording and export.</summary>
[Collection(AsteriskTests.Name)]
[Trait("Category", "Asterisk")]
public sealed class CallsByTelephoneTests(AsteriskFixture fixture)
{
    [Fact]
    public async Task A_woman_who_is_being_beaten_hears_the_greeting_is_urgent_and_talks_to_an_operator()
    {
        var caller = fixture.NewCaller();
        await fixture.UseHostAsync();
        await fixture.TalkToOperatorAsync(caller, Telephone.Says("01-domestic-turn-1", afterSeconds: 23));

        using var call = await fixture.EndedCallAsync(caller);
        // How much of the sentence the bundled recogniser hears depends on where the recording begins in it; either way a human takes over.
        Assert.Contains(call.Text("urgency"), (string[])["critical", "high"]);
        Assert.NotEmpty(call.Reasons().Intersect([HumanReasons.Critical, HumanReasons.Urgent]));
        Assert.Equal("operator", call.Text("outcome"));
        Assert.Equal(("operator", call.Id()), await fixture.Asterisk.Logs.RecordAsync(caller));
        string[] expected = [CallStages.Received, CallStages.Greeting, CallStages.Recorded, CallStages.Transcribed, CallStages.Triaged, CallStages.HandedOver];
        var stages = await fixture.Console.StagesAsync(call);
        Assert.Equal(expected, stages.Distinct().Where(expected.Contains));
        await AssertRecordedAsync(call, leastSeconds: 30);
        await AssertExportedAsync(call);
    }

    [Fact]
    public async Task A_caller_who_speaks_Kazakh_is_put_through_because_nothing_here_understands_it()
    {
        var caller = fixture.NewCaller();
        await fixture.UseHostAsync();
        await fixture.TalkToOperatorAsync(caller, [.. Telephone.SkipsGreeting, .. Telephone.Says("12-noise-kk-turn-1", afterSeconds: 3)]);

        using var call = await fixture.EndedCallAsync(caller);
        Assert.True(call.Flag("needs_human"));
        Assert.NotEmpty(call.Reasons().Intersect([HumanReasons.Language, HumanReasons.LowConfidence, HumanReasons.Unclear]));
        Assert.NotEqual("closed", call.Text("outcome"));
        Assert.Equal("operator", call.Text("outcome"));
    }

    [Fact]
    public async Task Instructions_spoken_to_the_machine_do_not_lower_a_fight_with_knives()
    {
        var caller = fixture.NewCaller();
        await fixture.UseHostAsync();
        await fixture.TalkToOperatorAsync(caller, [.. Telephone.SkipsGreeting, .. Telephone.Says("09-injection-turn-1", afterSeconds: 3)]);

        using var call = await fixture.EndedCallAsync(caller);
        Assert.Contains(call.Text("urgency"), (string[])["high", "critical"]);
        Assert.True(call.Flag("weapons"));
        Assert.Equal(("operator", call.Id()), await fixture.Asterisk.Logs.RecordAsync(caller));
    }

    [Fact]
    public async Task Somebody_who_says_nothing_is_asked_for_a_key_and_lands_on_the_callback_list()
    {
        var caller = fixture.NewCaller();
        await fixture.PlaceCallAsync(caller, [.. Telephone.SkipsGreeting, .. Telephone.Says("10-silent-turn-1", afterSeconds: 2), .. Telephone.IsHungUp]);

        using var call = await fixture.EndedCallAsync(caller);
        Assert.Equal(("high", Categories.SilentCall, "silent"), (call.Text("urgency"), call.Text("category"), call.Text("status")));
        Assert.Equal(("closed", call.Id()), await fixture.Asterisk.Logs.RecordAsync(caller));
        Assert.False(fixture.Asterisk.Logs.OperatorAnswered(caller));
        Assert.InRange(fixture.LoudestInTurn(call, 0), 0, TelephoneWav.Voice);
    }

    [Fact]
    public async Task Neighbours_at_night_are_asked_about_read_back_confirmed_and_closed_by_the_machine()
    {
        await fixture.UseHostAsync();
        await using var telephone = await TalkingTelephone.DialAsync(fixture.Asterisk, fixture.Folder);
        for (var turn = 0; turn < 3; turn++)
        {
            using var waiting = await fixture.Console.CallOfAsync(
                TalkingTelephone.Number, call => call.Text("activity") == "listening" && call.CallerTurns() == turn, $"listening for turn {turn}");
            await telephone.SayAsync($"02-noise-turn-{turn + 1}");
            using var heard = await fixture.Console.CallOfAsync(TalkingTelephone.Number, call => call.CallerTurns() > turn, $"turn {turn}");
        }

        using var call = await fixture.EndedCallAsync(TalkingTelephone.Number);
        await telephone.HungUpAsync();
        Assert.Equal(("noise", "closed"), (call.Text("category"), call.Text("outcome")));
        Assert.True(call.Flag("address_confirmed"));
        Assert.Equal(("closed", call.Id()), await fixture.Asterisk.Logs.RecordAsync(TalkingTelephone.Number));
        Assert.All([0, 1, 2], turn => Assert.True(fixture.LoudestInTurn(call, turn) > TelephoneWav.Voice));
    }

    private async Task AssertRecordedAsync(JsonDocument call, double leastSeconds)
    {
        var path = fixture.CallRecording(call);
        await Deadline.UntilAsync("the recording is complete", () => Task.FromResult(TelephoneWav.Seconds(path) >= leastSeconds));
        Assert.True(TelephoneWav.LoudestSecond(path) > TelephoneWav.Voice, "The recording of the whole call is silent.");
        Assert.True(fixture.LoudestInTurn(call, 0) > TelephoneWav.Voice, "The recording of the caller is silent.");
        Assert.Equal(await File.ReadAllBytesAsync(path), await fixture.Console.RecordingAsync(call));
    }

    private async Task AssertExportedAsync(JsonDocument call)
    {
        var line = (await fixture.Console.CsvAsync()).Split('\n').Single(one => one.StartsWith(call.Id(), StringComparison.Ordinal));
        Assert.Contains($",{call.Text("status")},{call.Text("urgency")},{call.Text("category")},{Quoted(call.Text("address"))},", line, StringComparison.Ordinal);
    }

    private static string? Quoted(string? text) =>
        text?.IndexOfAny([',', '"']) >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}

using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;

namespace CallIntake.Tests.Asterisk;

/// <summary>Callers who hang up, and callers who cannot speak: nobody gets lost.</summary>
[Collection(AsteriskTests.Name)]
[Trait("Category", "Asterisk")]
public sealed class HangUpTests(AsteriskFixture fixture)
{
    [Fact]
    public async Task A_caller_who_hangs_up_in_the_greeting_is_on_the_callback_list()
    {
        var caller = fixture.NewCaller();
        await fixture.PlaceCallAsync(caller, [.. Telephone.IsSilent, .. Telephone.HangsUpAfter(3)]);

        using var call = await fixture.EndedCallAsync(caller);
        Assert.Equal(("medium", Categories.AbandonedCall, "abandoned"), (call.Text("urgency"), call.Text("category"), call.Text("status")));
        Assert.Contains(CallStages.HungUp, await fixture.Console.StagesAsync(call));
        Assert.True(TelephoneWav.Seconds(fixture.CallRecording(call)) > 1, "Nothing was recorded.");
    }

    [Fact]
    public async Task A_caller_who_hangs_up_before_speaking_is_on_the_callback_list()
    {
        var caller = fixture.NewCaller();
        await fixture.PlaceCallAsync(caller, [.. Telephone.IsSilent, .. Telephone.SkipsGreeting, .. Telephone.HangsUpAfter(2)]);

        using var call = await fixture.Console.CallOfAsync(caller, one => one.HasEnded() && one.Text("status") == "abandoned", "abandoned");
        Assert.Equal(Categories.AbandonedCall, call.Text("category"));
        Assert.Contains(HumanReasons.Abandoned, call.Reasons());
    }

    [Fact]
    public async Task What_was_said_before_hanging_up_in_the_recording_is_heard_and_judged()
    {
        var caller = fixture.NewCaller();
        await fixture.PlaceCallAsync(caller, [.. Telephone.SkipsGreeting, .. Telephone.Says("05-hit-turn-1", afterSeconds: 2), .. Telephone.HangsUpAfter(10)]);

        using var call = await fixture.Console.CallOfAsync(caller, one => one.Text("urgency") == "critical", "critical after the hang-up");
        Assert.True(call.Flag("hung_up"));
        Assert.Equal("new", call.Text("status"));
        var stages = await fixture.Console.StagesAsync(call);
        Assert.True(stages.Contains(CallStages.Triaged) && stages.Contains(CallStages.HungUp), string.Join(' ', stages));
    }

    [Fact]
    public async Task A_key_pressed_in_silence_is_critical_goes_to_an_operator_and_forbids_calling_back_by_voice()
    {
        var caller = fixture.NewCaller();

        // The first key ends the greeting, the second falls into the recording in which nobody speaks.
        await fixture.UseHostAsync();
        await fixture.TalkToOperatorAsync(caller, [.. Telephone.IsSilent, .. Telephone.Presses("55", afterSeconds: 1)]);

        using var call = await fixture.EndedCallAsync(caller);
        Assert.Equal(("critical", Categories.SilentCall), (call.Text("urgency"), call.Text("category")));
        Assert.Contains(HumanReasons.DoNotCallBack, call.Reasons());
        Assert.Equal(("operator", call.Id()), await fixture.Asterisk.Logs.RecordAsync(caller));
    }

    [Fact]
    public async Task A_caller_who_presses_0_in_the_greeting_talks_to_an_operator()
    {
        var caller = fixture.NewCaller();
        await fixture.UseHostAsync();
        await fixture.TalkToOperatorAsync(caller, [.. Telephone.IsSilent, .. Telephone.Presses("0", afterSeconds: 2)]);

        using var call = await fixture.EndedCallAsync(caller);
        Assert.Contains(HumanReasons.Asked, call.Reasons());
        Assert.Equal("operator", call.Text("outcome"));
    }
}

using CallIntake.Engine.Agi.Peer;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Hosting;
using CallIntake.Engine.Triage;
using Microsoft.EntityFrameworkCore;

namespace CallIntake.Tests.Calls;

/// <summary>Calls through the real FastAGI port to the row, the events and the recording.</summary>
public sealed class EngineTests
{
    private static readonly string Sample = ContentPaths.Find(AppContext.BaseDirectory).Resolve("samples/02-noise-turn-1.wav");

    [Fact]
    public async Task A_critical_call_reaches_the_row_the_events_the_recording_and_the_operators()
    {
        await using var host = await EngineHost.StartAsync();
        var result = await host.CallAsync(new TestCallPlan { Wavs = [Sample], Texts = ["Муж пьяный, бьёт меня, дверь ломает, говорит убью. Иманова девятнадцать, квартира семь."] });

        Assert.Empty(result.Violations);
        Assert.Equal(("operator", "critical", "ru"), (result.Outcome, result.Urgency, result.Language));
        Assert.StartsWith("SET VARIABLE", result.Commands[0], StringComparison.Ordinal);
        Assert.Contains("CALLINTAKE_SEEN", result.Commands[0], StringComparison.Ordinal);
        Assert.Contains("CALLINTAKE_OUTCOME", result.Commands[^1], StringComparison.Ordinal);
        var id = result.CallId!.Value;
        var row = await host.QueryAsync(context => context.Calls.SingleAsync(call => call.Id == id));
        Assert.Equal("domestic", row.Category);
        Assert.True(row is { IsTest: true, NeedsHuman: true, CurrentDanger: true });
        var stages = await host.QueryAsync(context => context.Events.Where(step => step.CallId == id).OrderBy(step => step.Id).Select(step => step.Stage).ToListAsync());
        Assert.Equal(["received", "greeting", "greeting", "recorded", "transcribed", "triaged", "replied", "handed_over"], stages);
        Assert.True(new FileInfo(Path.Combine(host.Folder, "recordings", row.AudioPath!)).Length > 8000);
    }

    [Fact]
    public async Task An_ordinary_call_is_asked_for_its_place_and_closed()
    {
        await using var host = await EngineHost.StartAsync(("Speech:Synthesis:Chains:ru:0", "espeak"));
        var result = await host.CallAsync(new TestCallPlan
        {
            Wavs = [Sample, Sample, Sample],
            Texts = ["Второй час ночи, соседи сверху музыку включили, спать невозможно.", "Улица Мынбаева сто пятнадцать, квартира тридцать три.", "Да, верно."],
        });

        Assert.Empty(result.Violations);
        var call = await host.UntilAsync(result.CallId!.Value, call => call.EndedAt is not null);
        Assert.Equal(("noise", Urgency.Low, "closed"), (call.Record!.Category, call.Urgency, result.Outcome));
        Assert.Contains("Мынбаева", call.Record.Address, StringComparison.Ordinal);
        Assert.Equal(CallStatus.New, call.Status);
    }

    [Fact]
    public async Task What_was_said_before_a_hang_up_is_on_the_card()
    {
        await using var host = await EngineHost.StartAsync();
        var result = await host.CallAsync(new TestCallPlan
        {
            Wavs = [Sample],
            Texts = ["На меня напали с ножом, помогите, Абая двадцать восемь."],
            HangUp = TestHangUp.DuringRecording(1),
        });

        var call = await host.UntilAsync(result.CallId!.Value, call => call.Urgency == Urgency.Critical);
        Assert.True(call is { HungUp: true, Transcript.Length: > 0, Outcome: null });
    }

    [Fact]
    public async Task Fifty_calls_at_once_are_all_in_the_database()
    {
        await using var host = await EngineHost.StartAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => host.CallAsync(new TestCallPlan
        {
            Wavs = [Sample],
            Texts = [$"На меня напали с ножом, Абая {number + 1}."],
            CallerId = $"+7701000{number:D4}",
        })));

        Assert.All(results, result => Assert.Empty(result.Violations));
        Assert.Equal(50, await host.QueryAsync(context => context.Calls.CountAsync(call => call.EndedAt != null && call.Urgency == "critical")));
    }
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CallIntake.Engine.Triage;

namespace CallIntake.Tests.Asterisk;

/// <summary>Whatever breaks, the caller reaches an operator and the call is recorded.</summary>
[Collection(AsteriskTests.Name)]
[Trait("Category", "Asterisk")]
public sealed class FailurePathTests(AsteriskFixture fixture)
{
    private static readonly string[] Presses0 = Telephone.Presses("0", afterSeconds: 2);

    [Fact]
    public async Task Without_any_engine_the_caller_talks_to_an_operator_and_Asterisk_records_it()
    {
        var caller = fixture.NewCaller();
        await fixture.Asterisk.UseEnginesAsync(AsteriskFixture.Nobody, AsteriskFixture.Nobody);
        await fixture.TalkToOperatorAsync(caller, Telephone.Says("05-hit-turn-1", afterSeconds: 0.5), () => RecordedAloneAsync(seconds: 5));

        Assert.Equal((string.Empty, string.Empty), await fixture.Asterisk.Logs.RecordAsync(caller));
        Assert.True(TelephoneWav.LoudestSecond(RecordedAlone()!) > TelephoneWav.Voice, "The recording is silent.");
    }

    [Fact]
    public async Task An_engine_killed_in_mid_call_leaves_the_caller_to_an_operator_and_an_interrupted_card()
    {
        var caller = fixture.NewCaller();
        await using var host = await fixture.StartHostAsync();
        await fixture.Asterisk.UseEnginesAsync(host.Agi, AsteriskFixture.Nobody);
        await fixture.TalkToOperatorAsync(caller, Telephone.Says("05-hit-turn-1", afterSeconds: 2), async () =>
        {
            using var greeted = await GreetedAsync(host, caller);
            await host.KillAsync();
            await fixture.Asterisk.Logs.OperatorAnsweredAsync(caller);

            // Asterisk goes on recording after the engine is dead: the talk with the operator is in the same file.
            var path = fixture.CallRecording(greeted);
            var answered = TelephoneWav.Seconds(path);
            await Deadline.UntilAsync("the recording goes on", () => Task.FromResult(TelephoneWav.Seconds(path) > answered + 4));
            Assert.True(TelephoneWav.LoudestSecond(path, answered) > TelephoneWav.Voice, "Nothing of the talk was recorded.");
        });

        await host.StartAsync();
        using var console = await ConsoleClient.SignInAsync(host);
        using var call = await console.CallOfAsync(caller, one => one.Text("status") == "interrupted", "interrupted");
        Assert.Contains(HumanReasons.Interrupted, call.Reasons());
        Assert.Contains(call.Text("urgency"), (string[])["medium", "high", "critical"]);
        Assert.Equal((string.Empty, call.Id()), await fixture.Asterisk.Logs.RecordAsync(caller));
    }

    [Fact]
    public async Task A_host_that_is_stopped_hands_its_calls_to_an_operator_first()
    {
        var caller = fixture.NewCaller();
        await using var host = await fixture.StartHostAsync();
        await fixture.Asterisk.UseEnginesAsync(host.Agi, AsteriskFixture.Nobody);
        await fixture.TalkToOperatorAsync(caller, Telephone.IsSilent, async () =>
        {
            using var greeted = await GreetedAsync(host, caller);
            await host.DisposeAsync();
        });

        Assert.Equal("operator", (await fixture.Asterisk.Logs.RecordAsync(caller)).Outcome);
    }

    [Fact]
    public async Task The_second_engine_takes_the_call_that_the_first_refuses()
    {
        var caller = fixture.NewCaller();
        await fixture.Asterisk.UseEnginesAsync(AsteriskFixture.Nobody, fixture.Host.Agi);
        await fixture.TalkToOperatorAsync(caller, [.. Telephone.IsSilent, .. Presses0]);

        using var call = await fixture.EndedCallAsync(caller);
        Assert.Equal(("operator", call.Id()), await fixture.Asterisk.Logs.RecordAsync(caller));
    }

    [Fact]
    public async Task The_second_engine_takes_the_call_that_the_first_drops_without_a_word()
    {
        var caller = fixture.NewCaller();
        using var dying = new TcpListener(IPAddress.Loopback, 0);
        dying.Start();
        await fixture.Asterisk.UseEnginesAsync(Address(dying), fixture.Host.Agi);
        await fixture.TalkToOperatorAsync(caller, [.. Telephone.IsSilent, .. Presses0], async () => (await dying.AcceptTcpClientAsync()).Dispose());

        using var call = await fixture.EndedCallAsync(caller);
        Assert.Equal(("operator", call.Id()), await fixture.Asterisk.Logs.RecordAsync(caller));
    }

    [Fact]
    public async Task An_engine_that_takes_the_call_and_hangs_loses_it_to_an_operator_when_the_clock_runs_out()
    {
        var caller = fixture.NewCaller();
        using var hanging = new TcpListener(IPAddress.Loopback, 0);
        hanging.Start();
        var held = hanging.AcceptTcpClientAsync();
        await fixture.Asterisk.UseEnginesAsync(Address(hanging), AsteriskFixture.Nobody, watchdogSeconds: 3);
        await fixture.TalkToOperatorAsync(caller, Telephone.IsSilent);

        using var connection = await held;
        Assert.Equal((string.Empty, string.Empty), await fixture.Asterisk.Logs.RecordAsync(caller));
    }

    private static async Task<JsonDocument> GreetedAsync(EngineProcess host, string caller)
    {
        using var console = await ConsoleClient.SignInAsync(host);
        return await console.CallOfAsync(caller, call => call.Text("activity") == "greeting", "the greeting");
    }

    private static string Address(TcpListener listener) =>
        $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}";

    private Task RecordedAloneAsync(double seconds) => Deadline.UntilAsync(
        "Asterisk records by itself", () => Task.FromResult(RecordedAlone() is { } path && TelephoneWav.Seconds(path) > seconds));

    private string? RecordedAlone()
    {
        var folder = Path.Combine(fixture.Recordings, "without-engine");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.wav", SearchOption.AllDirectories).MaxBy(File.GetLastWriteTimeUtc) : null;
    }
}

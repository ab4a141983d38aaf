using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CallIntake.Engine.Triage;

namespace CallIntake.Tests.Asterisk;

/// <summary>Whatever breaks, the caller reaches an operator and the call is recorded.</summary>
[Collection(AsteriskTests.Name)]
[Trait("Category", "Asterisk")]
public sealed class FailurePathTests(AsteriskFixture fixture)
{
    private const int TalkSeconds = 20;

    [Fact]
    public async Task Without_any_engine_the_caller_talks_to_an_operator_and_Asterisk_records_it()
    {
        var caller = fixture.NewCaller();
        await fixture.Asterisk.UseEnginesAsync(AsteriskFixture.Nobody, AsteriskFixture.Nobody);
        await AsteriskFixture.DialAsync(caller, [.. Telephone.Says("05-hit-turn-1", afterSeconds: 2), .. Telephone.HangsUpAfter(12)]);

        await fixture.Asterisk.Logs.OperatorAnsweredAsync(caller);
        Assert.Equal((string.Empty, string.Empty), await fixture.Asterisk.Logs.RecordAsync(caller));
        var recording = Directory.EnumerateFiles(Path.Combine(fixture.Recordings, "without-engine"), "*.wav", SearchOption.AllDirectories)
            .OrderBy(File.GetLastWriteTimeUtc).Last();
        Assert.InRange(TelephoneWav.Seconds(recording), 10, 15);
        Assert.True(TelephoneWav.LoudestSecond(recording) > 500, "The recording is silent.");
    }

    [Fact]
    public async Task An_engine_killed_in_mid_call_leaves_the_caller_to_an_operator_and_an_interrupted_card()
    {
        var caller = fixture.NewCaller();
        await using var host = await fixture.StartHostAsync();
        await fixture.Asterisk.UseEnginesAsync(host.Agi, AsteriskFixture.Nobody);
        await using var telephone = Telephone.Dial(caller, [.. Telephone.Says("05-hit-turn-1", afterSeconds: 2), .. Telephone.HangsUpAfter(TalkSeconds)]);
        using (var console = await ConsoleClient.SignInAsync(host))
        {
            using var begun = await console.CallOfAsync(caller, call => call.Text("activity") == "greeting", "the greeting");
            await host.KillAsync();
        }

        await fixture.Asterisk.Logs.OperatorAnsweredAsync(caller);
        Assert.True(await telephone.WaitAsync(TimeSpan.FromMinutes(3)) == 0, telephone.Output);
        await host.StartAsync();
        using var again = await ConsoleClient.SignInAsync(host);
        using var call = await again.CallOfAsync(caller, one => one.Text("status") == "interrupted", "interrupted");
        Assert.Contains(HumanReasons.Interrupted, call.Reasons());
        Assert.NotEqual("low", call.Text("urgency"));

        // Asterisk went on recording after the engine was dead: the talk with the operator is in the same file.
        Assert.InRange(TelephoneWav.Seconds(Path.Combine(fixture.Recordings, call.Text("audio_path")!)), TalkSeconds - 2, TalkSeconds + 5);
        Assert.Equal(string.Empty, (await fixture.Asterisk.Logs.RecordAsync(caller)).Outcome);
    }

    [Fact]
    public async Task A_host_that_is_stopped_hands_its_calls_to_an_operator_first()
    {
        var caller = fixture.NewCaller();
        await using var host = await fixture.StartHostAsync();
        await fixture.Asterisk.UseEnginesAsync(host.Agi, AsteriskFixture.Nobody);
        await using var telephone = Telephone.Dial(caller, [.. Telephone.IsSilent, .. Telephone.HangsUpAfter(TalkSeconds)]);
        using (var console = await ConsoleClient.SignInAsync(host))
        {
            using var begun = await console.CallOfAsync(caller, call => call.Text("activity") == "greeting", "the greeting");
        }

        await host.DisposeAsync();
        await fixture.Asterisk.Logs.OperatorAnsweredAsync(caller);
        Assert.True(await telephone.WaitAsync(TimeSpan.FromMinutes(3)) == 0, telephone.Output);
        Assert.Equal("operator", (await fixture.Asterisk.Logs.RecordAsync(caller)).Outcome);
    }

    [Fact]
    public async Task The_second_engine_takes_the_call_that_the_first_refuses()
    {
        var caller = fixture.NewCaller();
        await fixture.Asterisk.UseEnginesAsync(AsteriskFixture.Nobody, fixture.Host.Agi);
        await AsteriskFixture.DialAsync(caller, [.. Telephone.IsSilent, .. Telephone.Presses("0", afterSeconds: 1), .. Telephone.HangsUpAfter(8)]);

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
        await using var telephone = Telephone.Dial(caller, [.. Telephone.IsSilent, .. Telephone.Presses("0", afterSeconds: 2), .. Telephone.HangsUpAfter(8)]);
        (await dying.AcceptTcpClientAsync()).Dispose();

        Assert.True(await telephone.WaitAsync(TimeSpan.FromMinutes(3)) == 0, telephone.Output);
        using var call = await fixture.EndedCallAsync(caller);
        Assert.Equal(("operator", call.Id()), await fixture.Asterisk.Logs.RecordAsync(caller));
    }

    [Fact]
    public async Task An_engine_that_takes_the_call_and_hangs_loses_it_to_an_operator_when_the_clock_runs_out()
    {
        var caller = fixture.NewCaller();
        using var hanging = new TcpListener(IPAddress.Loopback, 0);
        hanging.Start();
        await fixture.Asterisk.UseEnginesAsync(Address(hanging), AsteriskFixture.Nobody, watchdogSeconds: 3);
        await using var telephone = Telephone.Dial(caller, [.. Telephone.IsSilent, .. Telephone.HangsUpAfter(12)]);
        using var held = await hanging.AcceptTcpClientAsync();

        await fixture.Asterisk.Logs.OperatorAnsweredAsync(caller);
        Assert.True(await telephone.WaitAsync(TimeSpan.FromMinutes(3)) == 0, telephone.Output);
    }

    private static string Address(TcpListener listener) =>
        $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}";
}

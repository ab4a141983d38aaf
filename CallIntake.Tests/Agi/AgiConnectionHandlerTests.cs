using System.Text;
using CallIntake.Engine.Calls;
using Microsoft.Extensions.Logging;

namespace CallIntake.Tests.Agi;

public sealed class AgiConnectionHandlerTests
{
    [Fact]
    public async Task A_call_that_is_left_closes_the_connection_at_once()
    {
        await using var server = await AgiTestServer.StartAsync(_ => Task.CompletedTask);
        using var asterisk = await ScriptedAsterisk.CallAsync(server.Endpoint);
        await asterisk.ExpectEndAsync();
        await Wait.Until(() => server.Connections == 0, "no connection is left");
    }

    [Fact]
    public async Task A_call_whose_handling_fails_is_closed_and_logged_and_the_next_one_works()
    {
        var failing = true;
        await using var server = await AgiTestServer.StartAsync(async line =>
        {
            await line.SetVariableAsync("CALLINTAKE_SEEN", "1");
            if (failing)
            {
                throw new InvalidOperationException("on purpose");
            }
        });
        using var first = await ScriptedAsterisk.CallAsync(server.Endpoint);
        await first.AnswerAsync("SET VARIABLE CALLINTAKE_SEEN \"1\"", "200 result=1\n");
        await first.ExpectEndAsync();
        var logged = Assert.Single(server.Log.Entries, entry => entry.Level == LogLevel.Error);
        Assert.Equal("on purpose", logged.Exception?.Message);
        failing = false;
        await OrdinaryCallAsync(server);
    }

    [Theory]
    [InlineData("other")]
    [InlineData("intake/more")]
    [InlineData("intakes?test=1")]
    [InlineData("INTAKE")]
    [InlineData("")]
    public async Task A_request_for_another_path_is_closed_without_a_command_and_the_log_says_why(string script)
    {
        await using var server = await AgiTestServer.StartAsync(SeenAsync);
        using var asterisk = await ScriptedAsterisk.CallAsync(server.Endpoint, script);
        await asterisk.ExpectEndAsync();
        Assert.Contains(server.Log.Entries, entry => entry.Level == LogLevel.Warning && entry.Text.Contains("Asterisk:Agi:Path", StringComparison.Ordinal));
        await OrdinaryCallAsync(server);
    }

    [Theory]
    [InlineData("intake")]
    [InlineData("intake/")]
    [InlineData("intake?call=1")]
    [InlineData("/intake")]
    public async Task The_configured_path_is_served(string script)
    {
        await using var server = await AgiTestServer.StartAsync(SeenAsync);
        await OrdinaryCallAsync(server, script);
    }

    [Fact]
    public async Task One_connection_too_many_is_closed_and_a_free_place_is_given_again()
    {
        await using var server = await AgiTestServer.StartAsync(SeenAsync, ("MaximumConnections", "2"));
        using (var one = await ScriptedAsterisk.ConnectAsync(server.Endpoint))
        using (var two = await ScriptedAsterisk.ConnectAsync(server.Endpoint))
        {
            await Wait.Until(() => server.Connections == 2, "both are inside");
            using var three = await ScriptedAsterisk.ConnectAsync(server.Endpoint);
            await three.ExpectEndAsync();
            Assert.Contains(server.Log.Entries, entry => entry.Text.Contains("Asterisk:Agi:MaximumConnections", StringComparison.Ordinal));
        }

        await Wait.Until(() => server.Connections == 0, "both have left");
        await OrdinaryCallAsync(server);
    }

    [Fact]
    public async Task A_caller_id_of_wrong_bytes_is_a_caller_id_all_the_same()
    {
        var callerId = new TaskCompletionSource<string>();
        await using var server = await AgiTestServer.StartAsync(line =>
        {
            callerId.SetResult(line.Arrival.CallerId);
            return Task.CompletedTask;
        });
        using var asterisk = await ScriptedAsterisk.ConnectAsync(server.Endpoint);
        var block = Encoding.UTF8.GetBytes(ScriptedAsterisk.Block(callerId: "7*7"));
        var at = block.AsSpan().IndexOf("7*7"u8) + 1;
        await asterisk.SayAsync([.. block[..at], 0xC3, 0x28, 0xFF, 0x00, 0x0D, .. block[(at + 1)..]]);
        Assert.Equal("7\uFFFD(\uFFFD7", await callerId.Task.InTime());
    }

    [Fact]
    public async Task Stopping_the_host_cuts_the_playback_and_lets_the_call_be_handed_over()
    {
        var played = new TaskCompletionSource<PlaybackResult>();
        await using var server = await AgiTestServer.StartAsync(async line =>
        {
            played.SetResult(await line.PlayAsync("/srv/greeting.wav", string.Empty));
            Assert.True(line.StoppingToken.IsCancellationRequested);

            // Nothing more is begun that would keep the caller from a human.
            await line.PlayAsync("/srv/question.wav", string.Empty);
            Assert.Null(await line.WaitForKeyAsync(TimeSpan.FromSeconds(8)));
            await line.SetVariableAsync("CALLINTAKE_OUTCOME", "operator");
        });
        using var asterisk = await ScriptedAsterisk.CallAsync(server.Endpoint);
        Assert.Equal("STREAM FILE \"/srv/greeting\" \"\"", await asterisk.HearAsync());
        var stopping = server.StopAsync(Wait.Deadline);
        await asterisk.AnswerAsync("NOOP", "200 result=0\n");
        Assert.Equal(PlaybackOutcome.Finished, (await played.Task.InTime()).Outcome);
        await asterisk.AnswerAsync("SET VARIABLE CALLINTAKE_OUTCOME \"operator\"", "200 result=1\n");
        await asterisk.ExpectEndAsync();
        await stopping.InTime();
        Assert.DoesNotContain(server.Log.Entries, entry => entry.Level >= LogLevel.Error);
    }

    [Theory]
    [InlineData("200 result=0 endpos=12000\n200 result=0\n", PlaybackOutcome.Finished)]
    [InlineData("HANGUP\n200 result=-1 endpos=12000\n200 result=0\n", PlaybackOutcome.HungUp)]
    public async Task A_playback_that_ends_in_the_moment_of_the_cut_leaves_the_two_sides_in_step(string replies, PlaybackOutcome outcome)
    {
        var played = new TaskCompletionSource<PlaybackResult>();
        await using var server = await AgiTestServer.StartAsync(async line =>
        {
            played.SetResult(await line.PlayAsync("/srv/greeting.wav", string.Empty));
            await line.SetVariableAsync("CALLINTAKE_OUTCOME", "operator");
        });
        using var asterisk = await ScriptedAsterisk.CallAsync(server.Endpoint);
        await asterisk.HearAsync();
        var stopping = server.StopAsync(Wait.Deadline);
        await asterisk.AnswerAsync("NOOP", replies);
        Assert.Equal(outcome, (await played.Task.InTime()).Outcome);
        await asterisk.AnswerAsync("SET VARIABLE CALLINTAKE_OUTCOME \"operator\"", "200 result=1\n");
        await asterisk.ExpectEndAsync();
        await stopping.InTime();
    }

    [Fact]
    public async Task Stopping_the_host_does_not_cut_a_recording_but_its_end_is_waited_for()
    {
        await using var server = await AgiTestServer.StartAsync(async line =>
        {
            await line.RecordAsync("/srv/turn.wav", new RecordingLimits(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(2), "#"));
            await line.SetVariableAsync("CALLINTAKE_OUTCOME", "operator");
        });
        using var asterisk = await ScriptedAsterisk.CallAsync(server.Endpoint);
        await asterisk.HearAsync();
        var stopping = server.StopAsync(Wait.Deadline);
        await asterisk.SayAsync("200 result=0 (timeout) endpos=1\n");
        await asterisk.AnswerAsync("SET VARIABLE CALLINTAKE_OUTCOME \"operator\"", "200 result=1\n");
        await asterisk.ExpectEndAsync();
        await stopping.InTime();
    }

    internal static Task SeenAsync(ICallLine line) => line.SetVariableAsync("CALLINTAKE_SEEN", "1");

    /// <summary>A call that must go through, for a server whose calls do <see cref="SeenAsync"/>.</summary>
    internal static async Task OrdinaryCallAsync(AgiTestServer server, string script = "intake")
    {
        using var asterisk = await ScriptedAsterisk.CallAsync(server.Endpoint, script);
        await asterisk.AnswerAsync("SET VARIABLE CALLINTAKE_SEEN \"1\"", "200 result=1\n");
        await asterisk.ExpectEndAsync();
    }
}

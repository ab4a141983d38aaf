using CallIntake.Engine.Calls;

namespace CallIntake.Tests.Agi;

public sealed class AgiChannelTests
{
    private static readonly RecordingLimits Limits = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(2), "#");

    private const string Dialogue = """
        < SET VARIABLE CALLINTAKE_SEEN "1"
        > 200 result=1
        < EXEC MixMonitor "/srv/rec/mixed.wav"
        > 200 result=0
        < STREAM FILE "/srv/prompts/greeting" "0"
        > 200 result=0 endpos=12000
        < SET AUTOHANGUP 30
        > 200 result=0
        < RECORD FILE "/srv/rec/turn-1" wav "#" 30000 s=2
        > 200 result=11328 (timeout) endpos=61440
        < WAIT FOR DIGIT 8000
        > 200 result=49
        < SET VARIABLE CALLINTAKE_OUTCOME "closed"
        > 200 result=1
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_whole_call_is_the_same_byte_by_byte(bool byteByByte)
    {
        var steps = new List<string>();
        await using var server = await AgiTestServer.StartAsync(async line =>
        {
            await line.SetVariableAsync("CALLINTAKE_SEEN", "1");
            steps.Add("mixed " + await line.StartMixedRecordingAsync("/srv/rec/mixed.wav"));
            steps.Add("played " + (await line.PlayAsync("/srv/prompts/greeting.wav", "0")).Outcome);
            await line.ArmWatchdogAsync(TimeSpan.FromSeconds(30));
            steps.Add("recorded " + (await line.RecordAsync("/srv/rec/turn-1.wav", Limits)).Outcome);
            steps.Add("key " + await line.WaitForKeyAsync(TimeSpan.FromSeconds(8)));
            await line.SetVariableAsync("CALLINTAKE_OUTCOME", "closed");
            steps.Add("hung up " + line.HungUp);
        });
        using var asterisk = await ScriptedAsterisk.CallAsync(server.Endpoint, byteByByte: byteByByte);
        await asterisk.PlayAsync(Dialogue);
        await asterisk.ExpectEndAsync();
        Assert.Equal(["mixed True", "played Finished", "recorded Finished", "key 1", "hung up False"], steps);
    }

    [Theory]
    [InlineData("banana\n")]
    [InlineData("\u0001\u0002\u0003\n")]
    [InlineData("200\n")]
    [InlineData("200 resu", true)]
    [InlineData("", true)]
    public async Task A_line_that_breaks_is_an_exception_and_cancels_what_is_going_on(string reply, bool ends = false)
    {
        var (failure, cancelled, hungUp) = await BreakAsync(async asterisk =>
        {
            await asterisk.HearAsync();
            await asterisk.SayAsync(reply);
            if (ends)
            {
                asterisk.EndSending();
            }
        });
        Assert.IsAssignableFrom<CallLineException>(failure);
        Assert.True(cancelled);
        Assert.False(hungUp);
    }

    [Fact]
    public async Task A_reset_is_a_broken_line()
    {
        var (failure, cancelled, _) = await BreakAsync(async asterisk =>
        {
            await asterisk.HearAsync();
            asterisk.Reset();
        });
        Assert.IsAssignableFrom<CallLineException>(failure);
        Assert.True(cancelled);
    }

    [Fact]
    public async Task No_reply_in_time_is_a_broken_line_and_nothing_more_is_sent()
    {
        var second = new TaskCompletionSource<Exception?>();
        await using var server = await AgiTestServer.StartAsync(
            async line =>
            {
                await Assert.ThrowsAnyAsync<CallLineException>(() => line.SetVariableAsync("A", "1"));
                second.SetResult(await Record.ExceptionAsync(() => line.SetVariableAsync("B", "2")));
            },
            ("CommandTimeout", "00:00:00.2"));
        using var asterisk = await ScriptedAsterisk.CallAsync(server.Endpoint);
        Assert.Equal("SET VARIABLE A \"1\"", await asterisk.HearAsync());
        Assert.IsAssignableFrom<CallLineException>(await second.Task.InTime());
        await asterisk.ExpectEndAsync();
    }

    [Fact]
    public async Task After_HANGUP_a_command_that_gets_no_reply_is_a_hang_up()
    {
        var outcome = new TaskCompletionSource<RecordingOutcome>();
        await using var server = await AgiTestServer.StartAsync(async line =>
        {
            outcome.SetResult((await line.RecordAsync("/srv/x.wav", Limits)).Outcome);
            await line.SetVariableAsync("CALLINTAKE_OUTCOME", "operator");
        });
        using var asterisk = await ScriptedAsterisk.CallAsync(server.Endpoint);
        await asterisk.HearAsync();
        await asterisk.SayAsync("HANGUP\n");
        Assert.Equal(RecordingOutcome.HungUp, await outcome.Task.InTime());

        // A late reply would be taken for that of the next command, so there is none.
        await asterisk.ExpectEndAsync();
    }

    [Fact]
    public async Task Replies_nobody_asked_for_break_the_line_before_another_command()
    {
        var failure = new TaskCompletionSource<Exception?>();
        await using var server = await AgiTestServer.StartAsync(async line =>
        {
            await line.SetVariableAsync("A", "1");
            await Wait.Until(() => line.HungUpToken.IsCancellationRequested, "the stray replies are seen");
            failure.SetResult(await Record.ExceptionAsync(() => line.SetVariableAsync("B", "2")));
        });
        using var asterisk = await ScriptedAsterisk.CallAsync(server.Endpoint);
        await asterisk.AnswerAsync("SET VARIABLE A \"1\"", string.Concat(Enumerable.Repeat("200 result=1\n", 10)));
        Assert.IsAssignableFrom<CallLineException>(await failure.Task.InTime());
        await asterisk.ExpectEndAsync();
    }

    [Theory]
    [InlineData("510 Invalid or unknown command\n")]
    [InlineData("520 Invalid command syntax.  Proper usage not available.\n")]
    [InlineData("520-Invalid command syntax.  Proper usage follows:\nUsage: SET VARIABLE\n520 End of proper usage.\n")]
    public async Task A_variable_that_is_refused_breaks_the_line(string reply)
    {
        var (failure, _, _) = await BreakAsync(asterisk => asterisk.AnswerAsync("SET VARIABLE CALLINTAKE_SEEN \"1\"", reply));
        Assert.IsAssignableFrom<CallLineException>(failure);
    }

    [Fact]
    public async Task A_command_before_the_reply_to_the_one_before_is_not_sent()
    {
        await using var server = await AgiTestServer.StartAsync(async line =>
        {
            var first = line.SetVariableAsync("A", "1");
            await Assert.ThrowsAsync<InvalidOperationException>(() => line.SetVariableAsync("B", "2"));
            await first;
            await line.SetVariableAsync("C", "3");
        });
        using var asterisk = await ScriptedAsterisk.CallAsync(server.Endpoint);
        await asterisk.AnswerAsync("SET VARIABLE A \"1\"", "200 result=1\n");
        await asterisk.AnswerAsync("SET VARIABLE C \"3\"", "200 result=1\n");
        await asterisk.ExpectEndAsync();
        Assert.DoesNotContain(server.Log.Entries, entry => entry.Exception is not null);
    }

    [Fact]
    public async Task A_command_that_is_too_long_is_not_sent_and_the_line_stays_whole()
    {
        await using var server = await AgiTestServer.StartAsync(async line =>
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => line.PlayAsync("/" + new string('x', 2000) + ".wav", string.Empty));
            await line.SetVariableAsync("A", "1");
        });
        using var asterisk = await ScriptedAsterisk.CallAsync(server.Endpoint);
        await asterisk.AnswerAsync("SET VARIABLE A \"1\"", "200 result=1\n");
        await asterisk.ExpectEndAsync();
    }

    private static async Task<(Exception? Failure, bool Cancelled, bool HungUp)> BreakAsync(Func<ScriptedAsterisk, Task> asterisk)
    {
        var result = new TaskCompletionSource<(Exception?, bool, bool)>();
        await using var server = await AgiTestServer.StartAsync(async line =>
        {
            var failure = await Record.ExceptionAsync(() => line.SetVariableAsync("CALLINTAKE_SEEN", "1"));
            result.SetResult((failure, line.HungUpToken.IsCancellationRequested, line.HungUp));
        });
        using var peer = await ScriptedAsterisk.CallAsync(server.Endpoint);
        await asterisk(peer);
        var outcome = await result.Task.InTime();
        await Wait.Until(() => server.Connections == 0, "the connection is given up");
        return outcome;
    }
}

using CallIntake.Engine.Calls;

namespace CallIntake.Tests.Agi;

public sealed class AgiLineTests
{
    private static readonly RecordingLimits Limits = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(2), "#");

    [Theory]
    [InlineData("200 result=0 endpos=12000\n", PlaybackOutcome.Finished, null)]
    [InlineData("200 result=48 endpos=8000\n", PlaybackOutcome.Interrupted, '0')]
    [InlineData("200 result=42 endpos=8000\n", PlaybackOutcome.Interrupted, '*')]
    [InlineData("200 result=-1 endpos=0\n", PlaybackOutcome.Failed, null)]
    [InlineData("200 result=-1 endpos=16160\nHANGUP\nHANGUP\n", PlaybackOutcome.HungUp, null)]
    [InlineData("HANGUP\n200 result=-1 endpos=16160\n", PlaybackOutcome.HungUp, null)]
    [InlineData("HANGUP\n200 result=0 endpos=16160\n", PlaybackOutcome.HungUp, null)]
    [InlineData("511 Command Not Permitted on a dead channel or intercept routine\n", PlaybackOutcome.HungUp, null)]
    [InlineData("510 Invalid or unknown command\n", PlaybackOutcome.Failed, null)]
    [InlineData("520-Invalid command syntax.  Proper usage follows:\nUsage: STREAM FILE\n\n520 End of proper usage.\n", PlaybackOutcome.Failed, null)]
    [InlineData("520 Invalid command syntax.  Proper usage not available.\n", PlaybackOutcome.Failed, null)]
    [InlineData("200 result=99999999999999999999999 (timeout) endpos=-99999999999999999999999\n", PlaybackOutcome.Failed, null)]
    public async Task A_playback_ends_as_the_reply_says(string reply, PlaybackOutcome outcome, char? key)
    {
        var played = await CallAsync(line => line.PlayAsync("/srv/prompts/ru/Привет \"мир\".wav", "0#"), asterisk =>
            asterisk.AnswerAsync("""STREAM FILE "/srv/prompts/ru/Привет \"мир\"" "0#" """.TrimEnd(), reply));
        Assert.Equal(new PlaybackResult(outcome, key), played);
    }

    [Theory]
    [InlineData("200 result=11328 (timeout) endpos=61440\n", RecordingOutcome.Finished, null)]
    [InlineData("200 result=35 (timeout) endpos=61440\n", RecordingOutcome.Finished, null)]
    [InlineData("200 result=0 (timeout) endpos=12000\n", RecordingOutcome.Finished, null)]
    [InlineData("200 result=35 (dtmf) endpos=14400\n", RecordingOutcome.Key, '#')]
    [InlineData("200 result=-1 (hangup) endpos=16000\n", RecordingOutcome.HungUp, null)]
    [InlineData("200 result=-1 (hangup) endpos=16000\nHANGUP\nHANGUP\n", RecordingOutcome.HungUp, null)]
    [InlineData("HANGUP\n200 result=-1 (hangup) endpos=16000\n", RecordingOutcome.HungUp, null)]
    [InlineData("HANGUP\n200 result=0 (timeout) endpos=16000\n", RecordingOutcome.HungUp, null)]
    [InlineData("200 result=-1 (writefile)\n", RecordingOutcome.Failed, null)]
    [InlineData("200 result=-1 (randomerror) endpos=0\n", RecordingOutcome.Failed, null)]
    [InlineData("200 result=-1 (waitfor) endpos=0\nHANGUP\n", RecordingOutcome.HungUp, null)]
    [InlineData("200 result=1\n", RecordingOutcome.Failed, null)]
    [InlineData("510 Invalid or unknown command\n", RecordingOutcome.Failed, null)]
    public async Task A_recording_ends_as_the_word_says_and_never_as_the_number_does(string reply, RecordingOutcome outcome, char? key)
    {
        var recorded = await CallAsync(line => line.RecordAsync("/srv/rec/turn-1.wav", Limits), asterisk =>
            asterisk.AnswerAsync("""RECORD FILE "/srv/rec/turn-1" wav "#" 30000 s=2""", reply));
        Assert.Equal((outcome, key), (recorded.Outcome, recorded.Key));
    }

    [Theory]
    [InlineData("200 result=0\n", null)]
    [InlineData("200 result=49\n", '1')]
    [InlineData("200 result=-1\nHANGUP\n", null)]
    [InlineData("200 result=7\n", null)]
    [InlineData("200 result=999999\n", null)]
    [InlineData("511 Command Not Permitted on a dead channel or intercept routine\n", null)]
    public async Task A_key_is_what_the_reply_holds_if_it_is_one(string reply, char? key)
    {
        var pressed = await CallAsync(line => line.WaitForKeyAsync(TimeSpan.FromSeconds(8)), asterisk =>
            asterisk.AnswerAsync("WAIT FOR DIGIT 8000", reply));
        Assert.Equal(key, pressed);
    }

    [Theory]
    [InlineData("200 result=0\n", true)]
    [InlineData("200 result=-2\n", false)]
    [InlineData("200 result=-1\n", false)]
    [InlineData("200 result=1\n520-Invalid command syntax.  Proper usage follows:\nUsage: EXEC\n520 End of proper usage.\n", false)]
    [InlineData("511 Command Not Permitted on a dead channel or intercept routine\n", false)]
    public async Task The_mixed_recording_has_started_only_when_the_application_says_so(string reply, bool started)
    {
        var result = await CallAsync(
            async line =>
            {
                var mixed = await line.StartMixedRecordingAsync("/srv/rec/mixed.wav");
                await line.SetVariableAsync("CALLINTAKE_OUTCOME", "operator");
                return mixed;
            },
            async asterisk =>
            {
                await asterisk.AnswerAsync("""EXEC MixMonitor "/srv/rec/mixed.wav" """.TrimEnd(), reply);
                await asterisk.AnswerAsync("""SET VARIABLE CALLINTAKE_OUTCOME "operator" """.TrimEnd(), "200 result=1\n");
            });
        Assert.Equal(started, result);
    }

    [Theory]
    [InlineData("/srv/rec/a,b,rm.wav")]
    [InlineData("/srv/rec/${SHELL(id)}.wav")]
    [InlineData("/srv/rec/a;b.wav")]
    public async Task The_mixed_recording_is_not_asked_for_under_a_name_that_would_be_taken_apart(string path)
    {
        var started = await CallAsync(line => line.StartMixedRecordingAsync(path), _ => Task.CompletedTask);
        Assert.False(started);
    }

    [Fact]
    public async Task After_a_hang_up_every_command_tells_so_and_only_variables_are_still_sent()
    {
        var hungUp = new TaskCompletionSource();
        await CallAsync(
            async line =>
            {
                using var registration = line.HungUpToken.Register(hungUp.SetResult);
                await hungUp.Task.InTime();
                Assert.True(line.HungUp);
                Assert.Equal(PlaybackOutcome.HungUp, (await line.PlayAsync("/srv/x.wav", string.Empty)).Outcome);
                Assert.Equal(RecordingOutcome.HungUp, (await line.RecordAsync("/srv/x.wav", Limits)).Outcome);
                Assert.Null(await line.WaitForKeyAsync(TimeSpan.FromSeconds(1)));
                Assert.False(await line.StartMixedRecordingAsync("/srv/x.wav"));
                await line.ArmWatchdogAsync(TimeSpan.FromSeconds(30));
                await line.SetVariableAsync("CALLINTAKE_OUTCOME", "operator");
                return true;
            },
            async asterisk =>
            {
                await asterisk.SayAsync("HANGUP\n");
                await asterisk.AnswerAsync("""SET VARIABLE CALLINTAKE_OUTCOME "operator" """.TrimEnd(), "200 result=1\n");
            });
    }

    [Fact]
    public async Task After_a_hang_up_with_the_connection_gone_a_variable_is_no_failure()
    {
        await CallAsync(
            async line =>
            {
                Assert.Equal(RecordingOutcome.HungUp, (await line.RecordAsync("/srv/x.wav", Limits)).Outcome);
                await Wait.Until(() => line.HungUpToken.IsCancellationRequested, "the token is cancelled");
                await line.SetVariableAsync("CALLINTAKE_OUTCOME", "operator");
                await line.SetVariableAsync("CALLINTAKE_URGENCY", "high");
                return true;
            },
            async asterisk =>
            {
                await asterisk.HearAsync();
                await asterisk.SayAsync("200 result=-1 (hangup) endpos=16000\nHANGUP\nHANGUP\n");
                asterisk.EndSending();
            });
    }

    [Fact]
    public async Task The_watchdog_is_armed_in_whole_seconds_and_never_with_zero()
    {
        await CallAsync(
            async line =>
            {
                await line.ArmWatchdogAsync(TimeSpan.FromSeconds(30));
                await line.ArmWatchdogAsync(TimeSpan.FromSeconds(1.2));
                await line.ArmWatchdogAsync(TimeSpan.Zero);
                return true;
            },
            async asterisk =>
            {
                await asterisk.AnswerAsync("SET AUTOHANGUP 30", "200 result=0\n");
                await asterisk.AnswerAsync("SET AUTOHANGUP 2", "200 result=0\n");
                await asterisk.AnswerAsync("SET AUTOHANGUP 1", "200 result=0\n");
            });
    }

    [Theory]
    [InlineData("CALLINTAKE_OUTCOME", "closed\nEXEC System rm")]
    [InlineData("CALLINTAKE_OUTCOME", "${SHELL(id)}")]
    [InlineData("CALLINTAKE_OUTCOME", "\"")]
    [InlineData("CALLINTAKE_OUTCOME", "привет")]
    [InlineData("callintake", "x")]
    [InlineData("SHELL(id)", "x")]
    [InlineData("", "x")]
    public async Task A_variable_that_could_be_anything_else_is_never_sent(string name, string value)
    {
        await CallAsync(
            async line =>
            {
                await Assert.ThrowsAsync<ArgumentException>(() => line.SetVariableAsync(name, value));
                return true;
            },
            _ => Task.CompletedTask);
    }

    /// <summary>One call: the engine's side and Asterisk's side; the engine's connection must then end with nothing more said.</summary>
    private static async Task<T> CallAsync<T>(Func<ICallLine, Task<T>> engine, Func<ScriptedAsterisk, Task> asterisk)
    {
        var result = new TaskCompletionSource<T>();
        await using var server = await AgiTestServer.StartAsync(async line =>
        {
            try
            {
                result.SetResult(await engine(line));
            }
            catch (Exception exception)
            {
                result.SetException(exception);
            }
        });
        using var peer = await ScriptedAsterisk.CallAsync(server.Endpoint);
        await asterisk(peer);
        var value = await result.Task.InTime();
        await peer.ExpectEndAsync();
        return value;
    }
}

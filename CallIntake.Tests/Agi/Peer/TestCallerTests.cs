using System.Net;
using CallIntake.Engine.Agi.Peer;
using CallIntake.Engine.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace CallIntake.Tests.Agi.Peer;

public sealed class TestCallerTests : IDisposable
{
    private static readonly RecordingLimits Limits = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(2), "#");

    private readonly TestFolder _folder = new();

    private string Greeting => Sound.Write(_folder["greeting.wav"], Sound.Tone(1.5));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_whole_call_goes_through_the_real_port_without_a_violation()
    {
        var id = Guid.CreateVersion7();
        var arrivals = new List<CallArrival>();
        var outcomes = new List<string>();
        var result = await PlaceAsync(
            new TestCallPlan
            {
                Wavs = [Sound.Write(_folder["one.wav"], Sound.Tone(2)), Sound.Write(_folder["two.wav"], Sound.Tone(1))],
                Texts = ["первые слова"],
                Keys = [null, '1'],
                Speed = 50,
            },
            async line =>
            {
                arrivals.Add(line.Arrival);
                await line.SetVariableAsync("CALLINTAKE_SEEN", "1");
                await line.SetVariableAsync("CALLINTAKE_CALL_ID", id.ToString());
                Assert.True(await line.StartMixedRecordingAsync(_folder["calls/mixed.wav"]));
                outcomes.Add((await line.PlayAsync(Greeting, "0")).ToString());
                await line.ArmWatchdogAsync(TimeSpan.FromSeconds(30));
                outcomes.Add((await line.RecordAsync(_folder["turn-1.wav"], Limits)).Outcome.ToString());
                outcomes.Add((await line.RecordAsync(_folder["turn-2.wav"], Limits)).Outcome.ToString());
                outcomes.Add((await line.RecordAsync(_folder["turn-3.wav"], Limits)).Outcome.ToString());
                outcomes.Add("key " + await line.WaitForKeyAsync(TimeSpan.FromSeconds(8)));
                outcomes.Add("key " + await line.WaitForKeyAsync(TimeSpan.FromSeconds(8)));
                await line.SetVariableAsync("CALLINTAKE_URGENCY", "high");
                await line.SetVariableAsync("CALLINTAKE_OUTCOME", "closed");
            });
        Assert.Empty(result.Violations);
        Assert.Equal(["PlaybackResult { Outcome = Finished, Key =  }", "Finished", "Finished", "Finished", "key ", "key 1"], outcomes);
        Assert.Equal((id, "closed", "high", null), (result.CallId, result.Outcome, result.Urgency, result.Language));
        Assert.False(result.HungUp || result.WatchdogFired);
        Assert.Equal([_folder["greeting.wav"]], result.Played);
        Assert.Equal([_folder["turn-1.wav"], _folder["turn-2.wav"], _folder["turn-3.wav"]], result.Recorded);
        var arrival = Assert.Single(arrivals);
        Assert.True(arrival.IsTest);
        Assert.Equal("+77010000000", arrival.CallerId);
        Assert.Equal("первые слова", await File.ReadAllTextAsync(_folder["turn-1.txt"]));
        Assert.False(File.Exists(_folder["turn-2.txt"]));

        // The caller's words and one second of the two of silence that ended them; of a silent caller one second.
        Assert.Equal([3.0, 2.0, 1.0], result.Recorded.Select(path => Math.Round(Sound.Describe(path).Seconds, 1)));
        Assert.All(result.Recorded.Append(result.MixedRecording!), path => Assert.Equal((8000, 1, 16), Shape(path)));
        var media = 1.5 + 4 + 3 + 2 + 8 + 1;
        Assert.InRange(Sound.Describe(_folder["calls/mixed.wav"]).Seconds, media - 0.2, media + 30);
    }

    [Fact]
    public async Task What_a_pause_cut_off_is_said_in_the_next_recording()
    {
        short[] speech = [.. Sound.Tone(1), .. Sound.Silence(3), .. Sound.Tone(2), .. Sound.Silence(5)];
        var result = await PlaceAsync(
            new TestCallPlan { Wavs = [Sound.Write(_folder["pause.wav"], speech), Sound.Write(_folder["next.wav"], Sound.Tone(4))], Speed = 100 },
            async line =>
            {
                for (var turn = 1; turn <= 3; turn++)
                {
                    await line.RecordAsync(_folder[$"turn-{turn}.wav"], Limits);
                }
            });
        Assert.Empty(result.Violations);
        Assert.Equal([2.0, 4.0, 5.0], result.Recorded.Select(path => Math.Round(Sound.Describe(path).Seconds, 1)));
    }

    [Fact]
    public async Task A_recording_ends_at_its_maximum_and_the_rest_comes_next()
    {
        var result = await PlaceAsync(
            new TestCallPlan { Wavs = [Sound.Write(_folder["long.wav"], Sound.Tone(5))], Speed = 100 },
            async line =>
            {
                await line.RecordAsync(_folder["turn-1.wav"], Limits with { Maximum = TimeSpan.FromSeconds(3) });
                await line.RecordAsync(_folder["turn-2.wav"], Limits with { Maximum = TimeSpan.FromSeconds(3) });
            });
        Assert.Empty(result.Violations);
        Assert.Equal([3.0, 3.0], result.Recorded.Select(path => Math.Round(Sound.Describe(path).Seconds, 1)));
    }

    [Fact]
    public async Task The_caller_hangs_up_in_the_middle_of_a_playback()
    {
        var (result, outcome) = await HangUpAsync(TestHangUp.DuringPlayback(2), async line =>
        {
            await line.PlayAsync(Greeting, string.Empty);
            return (await line.PlayAsync(Greeting, string.Empty)).Outcome.ToString();
        });
        Assert.Equal("HungUp", outcome);
        Assert.Contains("STREAM FILE", result.Commands[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_caller_hangs_up_after_a_playback()
    {
        var (_, outcome) = await HangUpAsync(TestHangUp.AfterPlayback(1), async line => (await line.PlayAsync(Greeting, string.Empty)).Outcome.ToString());
        Assert.Equal("HungUp", outcome);
    }

    [Fact]
    public async Task The_caller_hangs_up_in_the_middle_of_a_recording_and_half_of_it_is_there()
    {
        var (_, outcome) = await HangUpAsync(TestHangUp.DuringRecording(1), async line => (await line.RecordAsync(_folder["half.wav"], Limits)).Outcome.ToString());
        Assert.Equal("HungUp", outcome);
        Assert.Equal(2.0, Math.Round(Sound.Describe(_folder["half.wav"]).Seconds, 1));
    }

    [Fact]
    public async Task The_caller_hangs_up_after_a_recording()
    {
        var (_, outcome) = await HangUpAsync(TestHangUp.AfterRecording(1), async line => (await line.RecordAsync(_folder["all.wav"], Limits)).Outcome.ToString());
        Assert.Equal("HungUp", outcome);
    }

    [Fact]
    public async Task The_caller_hangs_up_while_a_key_is_waited_for()
    {
        var (_, outcome) = await HangUpAsync(TestHangUp.DuringKeyWait(1), async line => (await line.WaitForKeyAsync(TimeSpan.FromSeconds(5)))?.ToString() ?? "none");
        Assert.Equal("none", outcome);
    }

    [Fact]
    public async Task The_caller_hangs_up_after_a_time_while_the_engine_thinks()
    {
        var (_, outcome) = await HangUpAsync(TestHangUp.After(TimeSpan.FromMilliseconds(50)), async line =>
        {
            await Wait.Until(() => line.HungUpToken.IsCancellationRequested, "the engine hears of it");
            return line.HungUp.ToString();
        });
        Assert.Equal("True", outcome);
    }

    [Fact]
    public async Task A_cancelled_call_is_a_hang_up_to_the_engine()
    {
        using var cancel = new CancellationTokenSource();
        var outcome = new TaskCompletionSource<RecordingOutcome>();
        await using var server = await AgiTestServer.StartAsync(async line =>
        {
            await cancel.CancelAsync();
            outcome.SetResult((await line.RecordAsync(_folder["turn.wav"], Limits)).Outcome);
        });
        var caller = server.Services.GetRequiredService<TestCaller>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caller.PlaceAsync(new TestCallPlan { Server = server.Endpoint }, cancel.Token).InTime());
        Assert.Equal(RecordingOutcome.HungUp, await outcome.Task.InTime());
    }

    [Fact]
    public async Task An_engine_that_does_not_arm_its_watchdog_loses_the_call()
    {
        var result = await PlaceAsync(new TestCallPlan { Watchdog = TimeSpan.FromMilliseconds(50) }, line =>
            Wait.Until(() => line.HungUpToken.IsCancellationRequested, "the call is taken away"));
        Assert.True(result.WatchdogFired);
        Assert.False(result.HungUp);
    }

    [Fact]
    public async Task Sounds_that_Asterisk_would_not_play_are_failures_and_violations()
    {
        Sound.Write(_folder["wide.wav"], Sound.Tone(1, 16000), 16000);
        Sound.Write(_folder["stereo.wav"], Sound.Tone(1), channels: 2);
        await File.WriteAllTextAsync(_folder["junk.wav"], "no sound");
        await File.WriteAllTextAsync(_folder["empty.wav"], string.Empty);
        var outcomes = new List<PlaybackOutcome>();
        string[] names = ["wide.wav", "stereo.wav", "junk.wav", "empty.wav", "missing.wav"];
        var result = await PlaceAsync(new TestCallPlan { Speed = 100 }, async line =>
        {
            foreach (var name in names)
            {
                outcomes.Add((await line.PlayAsync(_folder[name], string.Empty)).Outcome);
            }

            outcomes.Add((await line.PlayAsync(Greeting, string.Empty)).Outcome);
        });
        Assert.Equal([.. names.Select(_ => PlaybackOutcome.Failed), PlaybackOutcome.Finished], outcomes);
        Assert.Equal(names.Length, result.Violations.Count);
    }

    [Fact]
    public async Task A_recording_into_a_missing_folder_fails_and_the_call_goes_on()
    {
        var outcomes = new List<RecordingOutcome>();
        var result = await PlaceAsync(new TestCallPlan { Speed = 100 }, async line =>
        {
            outcomes.Add((await line.RecordAsync(_folder["missing/turn.wav"], Limits)).Outcome);
            outcomes.Add((await line.RecordAsync(_folder["turn.wav"], Limits)).Outcome);
        });
        Assert.Equal([RecordingOutcome.Failed, RecordingOutcome.Finished], outcomes);
        Assert.Single(result.Violations);
    }

    [Theory]
    [InlineData(44100, 2)]
    [InlineData(16000, 1)]
    [InlineData(8000, 2)]
    public async Task Any_plain_WAV_becomes_a_telephone_recording(int rate, int channels)
    {
        var wav = Sound.Write(_folder["wide.wav"], Sound.Tone(2, rate), rate, channels);
        var result = await PlaceAsync(new TestCallPlan { Wavs = [wav], Speed = 100 }, line => line.RecordAsync(_folder["turn.wav"], Limits));
        Assert.Equal(3.0, Math.Round(Sound.Describe(Assert.Single(result.Recorded)).Seconds, 1));
        Assert.Equal((8000, 1, 16), Shape(result.Recorded[0]));
    }

    [Fact]
    public async Task A_WAV_that_is_none_is_told_before_the_call()
    {
        await File.WriteAllTextAsync(_folder["junk.wav"], "no sound");
        await using var server = await AgiTestServer.StartAsync(_ => Task.CompletedTask);
        var caller = server.Services.GetRequiredService<TestCaller>();
        foreach (var name in (string[])["junk.wav", "missing.wav"])
        {
            var failure = await Assert.ThrowsAsync<TestCallException>(() => caller.PlaceAsync(new TestCallPlan { Wavs = [_folder[name]], Server = server.Endpoint }).InTime());
            Assert.Contains(name, failure.Message, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(server.Log.Entries, entry => entry.Text.Contains("arrived", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nobody_listens_the_message_names_the_address_and_the_key()
    {
        IPEndPoint endpoint;
        TestCaller caller;
        await using (var server = await AgiTestServer.StartAsync(_ => Task.CompletedTask))
        {
            endpoint = server.Endpoint;
            caller = server.Services.GetRequiredService<TestCaller>();
        }

        var failure = await Assert.ThrowsAsync<TestCallException>(() => caller.PlaceAsync(new TestCallPlan { Server = endpoint }).InTime());
        Assert.Contains(endpoint.ToString(), failure.Message, StringComparison.Ordinal);
        Assert.Contains("Asterisk:Agi:Endpoint", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_growing_recording_can_be_read_while_the_caller_speaks()
    {
        var wav = Sound.Write(_folder["long.wav"], Sound.Tone(20));
        var seen = 0L;
        await PlaceAsync(new TestCallPlan { Wavs = [wav], Speed = 10, HangUp = TestHangUp.DuringRecording(1) }, async line =>
        {
            var recording = line.RecordAsync(_folder["turn.wav"], Limits);
            await Wait.Until(() => recording.IsCompleted || (File.Exists(_folder["turn.wav"]) && new FileInfo(_folder["turn.wav"]).Length > 20_000), "it grows");
            seen = recording.IsCompleted ? 0 : new FileInfo(_folder["turn.wav"]).Length;
            await recording;
        });
        Assert.InRange(seen, 20_001, new FileInfo(_folder["turn.wav"]).Length - 1);
    }

    private static (int Rate, int Channels, int Bits) Shape(string path)
    {
        var format = Sound.Describe(path).Format;
        return (format.SampleRate, format.Channels, format.BitsPerSample);
    }

    private async Task<(TestCallResult Result, string Outcome)> HangUpAsync(TestHangUp hangUp, Func<ICallLine, Task<string>> handler)
    {
        var outcome = string.Empty;
        var plan = new TestCallPlan { Wavs = [Sound.Write(_folder["speech.wav"], Sound.Tone(2))], Speed = 20, HangUp = hangUp };
        var result = await PlaceAsync(plan, async line =>
        {
            outcome = await handler(line);
            await line.SetVariableAsync("CALLINTAKE_OUTCOME", "operator");
        });
        Assert.Empty(result.Violations);
        Assert.True(result.HungUp);
        return (result, outcome);
    }

    private static async Task<TestCallResult> PlaceAsync(TestCallPlan plan, Func<ICallLine, Task> handler)
    {
        Exception? failure = null;
        await using var server = await AgiTestServer.StartAsync(async line =>
        {
            try
            {
                await handler(line);
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        });
        var caller = server.Services.GetRequiredService<TestCaller>();
        var result = await caller.PlaceAsync(plan with { Server = server.Endpoint }).InTime();
        Assert.Null(failure);
        return result;
    }
}

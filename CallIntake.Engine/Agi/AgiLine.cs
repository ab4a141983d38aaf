using CallIntake.Engine.Calls;
using Microsoft.Extensions.Logging;

namespace CallIntake.Engine.Agi;

/// <summary>A call's line in file mode: Asterisk plays and records files that it shares with the engine.</summary>
internal sealed class AgiLine(CallArrival arrival, AgiChannel channel, AgiOptions options, TimeProvider time, ILogger logger, CancellationToken stopping)
    : ICallLine
{
    private const string WavExtension = ".wav";

    public CallArrival Arrival => arrival;

    public bool HungUp => channel.HungUp;

    public CancellationToken HungUpToken => channel.OverToken;

    public CancellationToken StoppingToken => stopping;

    /// <summary>
    /// When the host stops, a playback is cut and no other is begun, so that the caller need not hear it out before a human comes.
    /// </summary>
    public async Task<PlaybackResult> PlayAsync(string wavPath, string interruptKeys)
    {
        var command = AgiCommand.StreamFile(NameOf(wavPath), interruptKeys);
        if (HungUp)
        {
            return new(PlaybackOutcome.HungUp);
        }

        if (stopping.IsCancellationRequested)
        {
            return new(PlaybackOutcome.Finished);
        }

        var reply = await channel.PlayAsync(command, options.PlaybackTimeout + options.CommandTimeout, stopping);
        if (reply is { IsSuccess: true, Result: 0 } && !HungUp)
        {
            return new(PlaybackOutcome.Finished);
        }

        if (reply is { IsSuccess: true, Key: { } key })
        {
            return new(PlaybackOutcome.Interrupted, key);
        }

        // -1 is a hang-up as well as a file that cannot be played; only the line HANGUP tells.
        if (reply is null || await channel.HangUpFollowsAsync())
        {
            return new(PlaybackOutcome.HungUp);
        }

        logger.PlaybackFailed(wavPath, reply.Code, reply.ResultText);
        return new(PlaybackOutcome.Failed);
    }

    public async Task<RecordingResult> RecordAsync(string wavPath, RecordingLimits limits)
    {
        var command = AgiCommand.RecordFile(NameOf(wavPath), limits.StopKeys, limits.Maximum, limits.Silence);
        var started = time.GetTimestamp();
        if (HungUp)
        {
            return new(RecordingOutcome.HungUp, null, TimeSpan.Zero);
        }

        var reply = await channel.SendAsync(command, limits.Maximum + options.CommandTimeout);
        var elapsed = time.GetElapsedTime(started);

        // The number is what was left of the waiting time, or a key, or nothing: the word says which.
        switch (reply)
        {
            case null:
                return new(RecordingOutcome.HungUp, null, elapsed);
            case { IsSuccess: true, Text: "hangup" }:
                channel.MarkHungUp();
                return new(RecordingOutcome.HungUp, null, elapsed);
            case { IsSuccess: true, Text: "timeout" }:
                return new(HungUp ? RecordingOutcome.HungUp : RecordingOutcome.Finished, null, elapsed);
            case { IsSuccess: true, Text: "dtmf" }:
                return new(HungUp ? RecordingOutcome.HungUp : RecordingOutcome.Key, reply.Key, elapsed);
        }

        if (await channel.HangUpFollowsAsync())
        {
            return new(RecordingOutcome.HungUp, null, elapsed);
        }

        logger.RecordingFailed(wavPath, reply.Code, reply.Text);
        return new(RecordingOutcome.Failed, null, elapsed);
    }

    public async Task<char?> WaitForKeyAsync(TimeSpan timeout)
    {
        if (HungUp || stopping.IsCancellationRequested)
        {
            return null;
        }

        var reply = await channel.SendAsync(AgiCommand.WaitForDigit(timeout), timeout + options.CommandTimeout);
        if (reply is { IsSuccess: true, Result: >= 0 })
        {
            return reply.Key;
        }

        await channel.HangUpFollowsAsync();
        return null;
    }

    /// <summary>Also after a hang-up, where the dialplan may still read the variable; it is lost without a word if the session is over.</summary>
    public async Task SetVariableAsync(string name, string value) => RequireDone(await channel.SendAsync(AgiCommand.SetVariable(name, value), options.CommandTimeout));

    public async Task ArmWatchdogAsync(TimeSpan timeout)
    {
        if (!HungUp)
        {
            RequireDone(await channel.SendAsync(AgiCommand.SetAutoHangUp(timeout), options.CommandTimeout));
        }
    }

    public async Task<bool> StartMixedRecordingAsync(string wavPath)
    {
        if (HungUp)
        {
            return false;
        }

        AgiCommand command;
        try
        {
            command = AgiCommand.MixMonitor(wavPath);
        }
        catch (ArgumentException exception)
        {
            logger.MixedRecordingRefused(exception.Message);
            return false;
        }

        var reply = await channel.SendAsync(command, options.CommandTimeout);
        var started = reply is { IsSuccess: true, Result: 0 };
        if (!started && !HungUp)
        {
            logger.MixedRecordingFailed(reply?.Code, reply?.ResultText);
        }

        return started;
    }

    // 511 means hung up. Anything else but 200 to these commands shows that the two sides are out of step.
    private void RequireDone(AgiReply? reply)
    {
        if (reply is { IsSuccess: false, Code: not AgiReply.DeadChannel })
        {
            throw channel.Break(new AgiProtocolException($"Asterisk refused a command with {reply.Code}."));
        }
    }

    private static string NameOf(string wavPath)
    {
        if (!Path.IsPathFullyQualified(wavPath) || !wavPath.EndsWith(WavExtension, StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException("A sound is named by an absolute path that ends in .wav.", nameof(wavPath));
        }

        return wavPath[..^WavExtension.Length];
    }
}

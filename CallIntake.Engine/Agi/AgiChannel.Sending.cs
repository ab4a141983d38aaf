using System.Threading.Channels;

namespace CallIntake.Engine.Agi;

/// <content>Commands and their replies.</content>
internal sealed partial class AgiChannel
{
    /// <summary>
    /// Sends a command and awaits its reply; null where the caller has hung up and no reply will come. After a hang-up only the commands
    /// that Asterisk allows on a dead channel may be sent.
    /// </summary>
    /// <exception cref="AgiException">The line broke, now or before.</exception>
    /// <exception cref="InvalidOperationException">The command is too long to be sent, or the one before has no reply yet.</exception>
    public async Task<AgiReply?> SendAsync(AgiCommand command, TimeSpan timeout)
    {
        var bytes = command.ToBytes();
        Enter();
        try
        {
            if (!await WriteAsync(bytes))
            {
                return EndOfLine();
            }

            var reply = await ReceiveAsync(timeout, CancellationToken.None);
            if (command.IsExec && reply is { IsSuccess: true, Result: 1 })
            {
                await SkipUsageAsync();
            }

            return reply;
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    /// <summary>
    /// Sends STREAM FILE, and NOOP to cut it when the token fires. A cut playback may give no reply, or its own when it ended in the
    /// same moment: only that one has an endpos.
    /// </summary>
    public async Task<AgiReply?> PlayAsync(AgiCommand command, TimeSpan timeout, CancellationToken cut)
    {
        var bytes = command.ToBytes();
        Enter();
        try
        {
            if (!await WriteAsync(bytes))
            {
                return EndOfLine();
            }

            var reply = await ReceiveAsync(timeout, cut);
            if (reply is not null || !cut.IsCancellationRequested || _closed)
            {
                return reply;
            }

            reply = await WriteAsync(AgiCommand.Noop().ToBytes()) ? await ReceiveAsync(options.CommandTimeout, CancellationToken.None) : EndOfLine();
            return reply is { EndPosition: not null } ? await ReceiveAsync(options.CommandTimeout, CancellationToken.None) : reply;
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    private void Enter()
    {
        if (Interlocked.Exchange(ref _busy, 1) != 0)
        {
            throw new InvalidOperationException("A command was sent before the reply to the one before.");
        }
    }

    private async ValueTask<bool> WriteAsync(byte[] bytes)
    {
        if (_replies.Reader.TryPeek(out _))
        {
            throw Break(new AgiProtocolException("A reply came that nobody asked for."));
        }

        if (_closed || _silent)
        {
            return false;
        }

        // Whether the other side still reads is seen by the reading loop.
        await output.WriteAsync(bytes, CancellationToken.None);
        return true;
    }

    private AgiReply? EndOfLine() => HungUp ? null : throw _broken ?? new AgiConnectionException("The connection is closed.");

    private async Task<AgiReply?> ReceiveAsync(TimeSpan timeout, CancellationToken cut)
    {
        var started = time.GetTimestamp();
        using var end = new CancellationTokenSource(timeout, time);
        using var endOrCut = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cut);
        await using var onHangUp = _over.Token.UnsafeRegister(_ => end.CancelAfter(Shorter(timeout, started)), null);
        try
        {
            var reply = await _replies.Reader.ReadAsync(endOrCut.Token);
            if (reply.Code == AgiReply.DeadChannel)
            {
                MarkHungUp();
            }

            return reply;
        }
        catch (ChannelClosedException)
        {
            return EndOfLine();
        }
        catch (OperationCanceledException) when (cut.IsCancellationRequested && !end.IsCancellationRequested)
        {
            return null;
        }
        catch (OperationCanceledException)
        {
            return GiveUp();
        }
    }

    private AgiReply? GiveUp()
    {
        if (HungUp)
        {
            // A reply that comes later would be taken for the next one's.
            _silent = true;
            return null;
        }

        throw Break(new AgiTimeoutException("Asterisk did not answer a command in time."));
    }

    private TimeSpan Shorter(TimeSpan timeout, long started)
    {
        var left = timeout - time.GetElapsedTime(started);
        left = left > TimeSpan.Zero ? left : TimeSpan.Zero;
        return left < options.HangUpNotice ? left : options.HangUpNotice;
    }

    /// <summary>By the source of Asterisk an application that returns 1 is answered twice: <c>200 result=1</c> and a usage block.</summary>
    private async Task SkipUsageAsync()
    {
        if (await ReceiveAsync(options.CommandTimeout, CancellationToken.None) is { Code: not AgiReply.WrongUsage })
        {
            throw Break(new AgiProtocolException("A reply came that nobody asked for."));
        }
    }
}

using System.IO.Pipelines;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace CallIntake.Engine.Agi;

/// <summary>
/// The conversation with Asterisk after the request: one command, one reply. A loop of its own reads all the time, so that the line
/// HANGUP is noticed at once, whatever the call is doing. Commands may be sent from one place at a time; everything else is thread-safe.
/// Once anything is out of step no further command is sent: the dialplan then takes the caller to the operators.
/// </summary>
internal sealed class AgiChannel(AgiLineReader reader, PipeWriter output, AgiOptions options, TimeProvider time, ILogger logger) : IDisposable
{
    private const string HangUpLine = "HANGUP";

    // More than one reply waiting means that they came unasked.
    private readonly Channel<AgiReply> _replies = Channel.CreateBounded<AgiReply>(new BoundedChannelOptions(4) { SingleReader = true, SingleWriter = true });
    private readonly TaskCompletionSource _hungUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _over = new();
    private volatile AgiException? _broken;
    private volatile bool _closed;
    private volatile bool _silent;
    private readonly Lock _gate = new();
    private Task? _cancelling;
    private int _busy;

    /// <summary>Asterisk said HANGUP, or refused a command because the channel is dead.</summary>
    public bool HungUp => _hungUp.Task.IsCompleted;

    /// <summary>Cancelled when the caller has hung up or the connection is over.</summary>
    public CancellationToken OverToken => _over.Token;

    /// <summary>Reads until the connection ends or <see cref="Close"/>; the one who made the channel awaits it. Does not throw.</summary>
    public async Task ReadToEndAsync()
    {
        var assembler = new AgiReplyAssembler();
        try
        {
            while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
            {
                if (line == HangUpLine)
                {
                    MarkHungUp();
                }
                else if (assembler.TryComplete(line, out var reply) && !_replies.Writer.TryWrite(reply))
                {
                    throw new AgiProtocolException("Replies came that nobody asked for.");
                }
            }

            _broken ??= new AgiConnectionException("Asterisk closed the connection.");
        }
        catch (AgiException broken)
        {
            _broken ??= broken;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or InvalidOperationException)
        {
            _broken ??= new AgiConnectionException("The connection was lost.", exception);
        }
        finally
        {
            _closed = true;
            _replies.Writer.TryComplete();
            await Cancel();
        }
    }

    /// <summary>Ends the reading; nothing is sent any more.</summary>
    public void Close()
    {
        _closed = true;
        reader.Stop();
    }

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

    /// <summary>Whether a command that just failed did so because the caller hung up: the line HANGUP may be a moment late.</summary>
    public async Task<bool> HangUpFollowsAsync()
    {
        try
        {
            await _hungUp.Task.WaitAsync(options.HangUpNotice, time, OverToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            // HungUp says which it was.
        }

        return HungUp;
    }

    /// <summary>Takes note of a hang-up that a reply told.</summary>
    public void MarkHungUp()
    {
        if (_hungUp.TrySetResult())
        {
            logger.HungUp();
            _ = Cancel();
        }
    }

    /// <summary>Takes the line for broken: nothing more is sent.</summary>
    public AgiException Break(AgiException reason)
    {
        _broken ??= reason;
        _closed = true;
        _ = Cancel();
        return reason;
    }

    /// <summary>After the reading has ended, when <see cref="OverToken"/> has long been cancelled.</summary>
    public void Dispose() => _over.Dispose();

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

    /// <summary>Starts the cancelling once; those who hear of it must not hold up the reading, which awaits them at its end.</summary>
    private Task Cancel()
    {
        lock (_gate)
        {
            return _cancelling ??= CancelAsync();
        }
    }

    private async Task CancelAsync()
    {
        try
        {
            await _over.CancelAsync();
        }
        catch (AggregateException exception)
        {
            logger.HangUpCallbackFailed(exception);
        }
    }
}

using System.IO.Pipelines;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace CallIntake.Engine.Agi;

/// <summary>
/// The conversation with Asterisk after the request: one command, one reply. A loop of its own reads all the time, so that the line
/// HANGUP is noticed at once, whatever the call is doing. Commands may be sent from one place at a time; everything else is thread-safe.
/// Once anything is out of step no further command is sent: the dialplan then takes the caller to the operators. Sending stands in
/// AgiChannel.Sending.cs.
/// </summary>
internal sealed partial class AgiChannel(AgiLineReader reader, PipeWriter output, AgiOptions options, TimeProvider time, ILogger logger) : IDisposable
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

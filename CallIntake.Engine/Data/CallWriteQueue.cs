using System.Threading.Channels;

namespace CallIntake.Engine.Data;

/// <summary>
/// Calls with something to write. Bounded by the number of calls in memory, because a call stands in it once. Thread-safe; one reader.
/// </summary>
internal sealed class CallWriteQueue
{
    private readonly Channel<CallEntry> _channel = Channel.CreateUnbounded<CallEntry>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Puts a call in line; the caller holds its gate.</summary>
    public void Enqueue(CallEntry entry)
    {
        if (!entry.Queued)
        {
            entry.Queued = true;
            _channel.Writer.TryWrite(entry);
        }
    }

    /// <summary>Waits for calls.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _channel.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>Takes up to a number of calls out of the line.</summary>
    public List<CallEntry> Take(int maximum)
    {
        List<CallEntry> batch = [];
        while (batch.Count < maximum && _channel.Reader.TryRead(out var entry))
        {
            lock (entry.Gate)
            {
                entry.Queued = false;
            }

            batch.Add(entry);
        }

        return batch;
    }
}

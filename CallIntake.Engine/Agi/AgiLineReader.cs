using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace CallIntake.Engine.Agi;

/// <summary>
/// Takes whole lines off a pipe. Lines end in LF, a CR before it is dropped, bytes that are no UTF-8 become U+FFFD. Whatever chunks the
/// bytes come in, the lines are the same. For one reader at a time.
/// </summary>
internal sealed class AgiLineReader(PipeReader input, int maximumBytes)
{
    private volatile bool _stopped;

    /// <summary>
    /// The next line without its end; null at the end of the connection or after <see cref="Stop"/>. The token is for a deadline: the
    /// connection's own "closed" token must not be used, it would lose lines that have already come.
    /// </summary>
    /// <exception cref="AgiProtocolException">A line is too long, or the connection ended inside one.</exception>
    public async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // A read that was cancelled may have brought a line as well: then only the mark tells that the next one must not wait.
            ReadResult read;
            if (!_stopped)
            {
                read = await input.ReadAsync(cancellationToken);
            }
            else if (!input.TryRead(out read))
            {
                return null;
            }

            var rest = read.Buffer;
            var taken = false;
            try
            {
                taken = TryTakeLine(ref rest, maximumBytes, out var line);
                if (taken)
                {
                    return line;
                }

                if (read.IsCanceled)
                {
                    return null;
                }

                if (read.IsCompleted)
                {
                    return rest.IsEmpty ? null : throw new AgiProtocolException("The connection ended inside a line.");
                }
            }
            finally
            {
                input.AdvanceTo(rest.Start, taken ? rest.Start : rest.End);
            }
        }
    }

    /// <summary>Ends a waiting read, or the next one, with null.</summary>
    public void Stop()
    {
        _stopped = true;
        input.CancelPendingRead();
    }

    /// <summary>Takes a line off the front of the buffer.</summary>
    /// <exception cref="AgiProtocolException">The line is longer than allowed, whether its end has come or not.</exception>
    internal static bool TryTakeLine(ref ReadOnlySequence<byte> buffer, int maximumBytes, out string line)
    {
        var reader = new SequenceReader<byte>(buffer);
        var whole = reader.TryReadTo(out ReadOnlySequence<byte> bytes, (byte)'\n');
        if ((whole ? bytes.Length : buffer.Length) > maximumBytes)
        {
            throw new AgiProtocolException($"A line is longer than {maximumBytes} bytes.");
        }

        if (!whole)
        {
            line = string.Empty;
            return false;
        }

        buffer = buffer.Slice(reader.Position);
        line = Encoding.UTF8.GetString(bytes);
        line = line.EndsWith('\r') ? line[..^1] : line;
        return true;
    }
}

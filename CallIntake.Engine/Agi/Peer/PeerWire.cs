using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;

namespace CallIntake.Engine.Agi.Peer;

/// <summary>Asterisk's end of a connection: lines from the engine, looked at closely, and replies to it. For one call.</summary>
internal sealed class PeerWire(Socket socket, ICollection<string> violations) : IAsyncDisposable
{
    private const int GiveUpAt = 65_536;

    private readonly PipeReader _reader = PipeReader.Create(new NetworkStream(socket, ownsSocket: true));
    private Task<string?>? _next;

    /// <summary>The engine's next line, null at the end of the connection. The same task until <see cref="Take"/>.</summary>
    public Task<string?> NextAsync() => _next ??= ReadAsync();

    /// <summary>Makes room for the line after the next.</summary>
    public void Take() => _next = null;

    /// <summary>Sends text as it is; nothing happens where the engine is gone.</summary>
    public async Task SendAsync(string text)
    {
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(text), SocketFlags.None);
        }
        catch (SocketException)
        {
            // The reading side tells how the connection ended.
        }
    }

    /// <summary>Ends the sending side, as the engine sees it when Asterisk closes.</summary>
    public void EndSending()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // Gone already.
        }
    }

    public ValueTask DisposeAsync() => _reader.CompleteAsync();

    private async Task<string?> ReadAsync()
    {
        while (true)
        {
            ReadResult read;
            try
            {
                read = await _reader.ReadAsync();
            }
            catch (Exception lost) when (lost is IOException or InvalidOperationException or OperationCanceledException)
            {
                return null;
            }

            var rest = read.Buffer;
            var end = rest.PositionOf((byte)'\n');
            if (end is { } position)
            {
                var line = rest.Slice(0, position).ToArray();
                rest = rest.Slice(rest.GetPosition(1, position));
                Judge(line, rest.Length);
                _reader.AdvanceTo(rest.Start);
                return Encoding.UTF8.GetString(line);
            }

            var over = read.IsCompleted || rest.Length > GiveUpAt;
            if (over && !rest.IsEmpty)
            {
                violations.Add("the connection ended inside a command");
            }

            _reader.AdvanceTo(rest.Start, rest.End);
            if (over)
            {
                return null;
            }
        }
    }

    private void Judge(byte[] line, long behind)
    {
        foreach (var fault in PeerCommandLine.FaultsIn(line))
        {
            violations.Add(fault);
        }

        if (behind > 0)
        {
            violations.Add("two commands at once: Asterisk would not see the second");
        }
    }
}

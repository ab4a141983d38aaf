using System.Text;

namespace CallIntake.Engine.Agi;

/// <summary>Reads a request block within the limits of time, lines and bytes.</summary>
internal static class AgiRequestReader
{
    /// <summary>The request; null where the connection ended before its first line.</summary>
    /// <exception cref="AgiException">The block is too slow, too long, or ends in the middle.</exception>
    public static async Task<AgiRequest?> ReadAsync(AgiLineReader reader, AgiOptions options, TimeProvider time)
    {
        using var wholeDeadline = new CancellationTokenSource(options.RequestTimeout, time);
        using var firstDeadline = new CancellationTokenSource(options.FirstLineTimeout, time);
        using var first = CancellationTokenSource.CreateLinkedTokenSource(wholeDeadline.Token, firstDeadline.Token);
        var lines = new List<string>(32);
        try
        {
            var line = await reader.ReadLineAsync(first.Token);
            for (var bytes = 0; !string.IsNullOrEmpty(line); line = await reader.ReadLineAsync(wholeDeadline.Token))
            {
                bytes += Encoding.UTF8.GetByteCount(line) + 1;
                lines.Add(line);
                if (lines.Count > options.MaximumRequestLines || bytes > options.MaximumRequestBytes)
                {
                    throw new AgiProtocolException($"The request has more than {options.MaximumRequestLines} lines or {options.MaximumRequestBytes} bytes.");
                }
            }

            if (line is null)
            {
                return lines.Count == 0 ? null : throw new AgiConnectionException("The connection ended inside the request.");
            }
        }
        catch (OperationCanceledException)
        {
            throw new AgiTimeoutException($"The request did not come in time; {lines.Count} lines of it came.");
        }

        return AgiRequest.Parse(lines);
    }
}

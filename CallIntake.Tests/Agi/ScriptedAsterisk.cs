using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CallIntake.Tests.Agi;

/// <summary>
/// The other end of a FastAGI connection on a real socket: says what the test wants in whatever pieces it wants, and reads the engine's
/// command lines. It judges nothing.
/// </summary>
internal sealed class ScriptedAsterisk : IDisposable
{
    public const string EndOfConnection = "<end>";

    private readonly TcpClient _client;
    private readonly NetworkStream _stream;
    private readonly StringBuilder _heard = new();
    private readonly byte[] _buffer = new byte[4096];

    private ScriptedAsterisk(TcpClient client)
    {
        _client = client;
        _stream = client.GetStream();
    }

    /// <summary>Every write goes out byte by byte, each in a packet of its own.</summary>
    public bool ByteByByte { get; init; }

    public static async Task<ScriptedAsterisk> ConnectAsync(IPEndPoint engine, bool byteByByte = false)
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(engine).InTime();
        return new ScriptedAsterisk(client) { ByteByByte = byteByByte };
    }

    /// <summary>Connects and sends the request block of an ordinary call.</summary>
    public static async Task<ScriptedAsterisk> CallAsync(IPEndPoint engine, string script = "intake", string callerId = "+77011234567", bool byteByByte = false)
    {
        var asterisk = await ConnectAsync(engine, byteByByte);
        await asterisk.SayAsync(Block(script, callerId));
        return asterisk;
    }

    /// <summary>The block as Asterisk 22 sends it.</summary>
    public static string Block(string script = "intake", string callerId = "+77011234567", params string[] arguments)
    {
        var block = $"""
            agi_network: yes
            agi_network_script: {script}
            agi_request: agi://127.0.0.1/{script}
            agi_channel: PJSIP/trunk-00000001
            agi_language: ru
            agi_type: PJSIP
            agi_uniqueid: 1764279058.1
            agi_version: 22.10.1
            agi_callerid: {callerId}
            agi_calleridname: unknown
            agi_callingpres: 0
            agi_callingani2: 0
            agi_callington: 0
            agi_callingtns: 0
            agi_dnid: 102
            agi_rdnis: unknown
            agi_context: from-public
            agi_extension: 102
            agi_priority: 3
            agi_enhanced: 0.0
            agi_accountcode: 
            agi_threadid: 139912345601728

            """;
        var extra = arguments.Select((argument, index) => string.Create(CultureInfo.InvariantCulture, $"agi_arg_{index + 1}: {argument}\n"));
        return block + string.Concat(extra) + "\n";
    }

    /// <summary>Sends the text as it is.</summary>
    public Task SayAsync(string text) => SayAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends the bytes as they are.</summary>
    public async Task SayAsync(byte[] bytes)
    {
        var step = ByteByByte ? 1 : Math.Max(1, bytes.Length);
        for (var at = 0; at < bytes.Length; at += step)
        {
            await _stream.WriteAsync(bytes.AsMemory(at, step)).AsTask().InTime();
        }
    }

    /// <summary>The engine's next command line, or <see cref="EndOfConnection"/>.</summary>
    public async Task<string> HearAsync()
    {
        while (true)
        {
            var text = _heard.ToString();
            var end = text.IndexOf('\n', StringComparison.Ordinal);
            if (end >= 0)
            {
                _heard.Remove(0, end + 1);
                return text[..end];
            }

            if (await ReadAsync() == 0)
            {
                return EndOfConnection;
            }
        }
    }

    /// <summary>Hears a command, which must be this one, and answers it.</summary>
    public async Task AnswerAsync(string command, string reply)
    {
        Assert.Equal(command, await HearAsync());
        await SayAsync(reply);
    }

    /// <summary>
    /// Plays a dialogue: lines with "&lt; " are what the engine must say, lines with "&gt; " what it is told, one after the other, those in a
    /// row glued together in one write.
    /// </summary>
    public async Task PlayAsync(string transcript)
    {
        var saying = new StringBuilder();
        foreach (var line in transcript.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("> ", StringComparison.Ordinal))
            {
                saying.Append(line.AsSpan(2)).Append('\n');
                continue;
            }

            await SayAsync(saying.ToString());
            saying.Clear();
            Assert.Equal(line[2..], await HearAsync());
        }

        await SayAsync(saying.ToString());
    }

    /// <summary>Waits until the engine closes; fails where it says anything else first.</summary>
    public async Task ExpectEndAsync() => Assert.Equal(EndOfConnection, await HearAsync());

    /// <summary>Ends the sending side in order; the engine sees the end of the stream.</summary>
    public void EndSending() => _client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>Ends the connection with a reset.</summary>
    public void Reset() => _client.Client.Close(0);

    public void Dispose() => _client.Dispose();

    private async Task<int> ReadAsync()
    {
        try
        {
            var count = await _stream.ReadAsync(_buffer).AsTask().InTime();
            _heard.Append(Encoding.UTF8.GetString(_buffer, 0, count));
            return count;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}

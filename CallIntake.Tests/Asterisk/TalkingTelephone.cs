using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;

namespace CallIntake.Tests.Asterisk;

/// <summary>
/// A telephone that says something when the test wants it to, so that a conversation of several turns does not depend on anybody's speed.
/// Asterisk calls itself by SIP and RTP over the loopback; this end of the call is led by the test over AGI (context <c>talking-telephone</c>
/// of <c>asterisk/test</c>).
/// </summary>
internal sealed class TalkingTelephone : IAsyncDisposable
{
    /// <summary>The number it calls from.</summary>
    public const string Number = "77019990000";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _silence;
    private TcpClient? _connection;
    private StreamReader? _reader;

    private TalkingTelephone(string folder) => _silence = Path.Combine(folder, "silence.wav");

    /// <summary>Dials 102 and waits for the answer; from then on the line carries silence.</summary>
    /// <param name="asterisk">The exchange.</param>
    /// <param name="folder">A folder that Asterisk sees.</param>
    public static async Task<TalkingTelephone> DialAsync(RealAsterisk asterisk, string folder)
    {
        var telephone = new TalkingTelephone(folder);
        await WavWriter.WriteTelephoneAsync(telephone._silence, new SpeechAudio(new short[8000 * 300], 8000), CancellationToken.None);
        telephone._listener.Start();
        var port = ((IPEndPoint)telephone._listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        await asterisk.CommandAsync("module load res_clioriginate.so");
        await asterisk.CommandAsync("module load app_senddtmf.so");
        await asterisk.CommandAsync($"dialplan set global TALKING_TELEPHONE 127.0.0.1:{port}");
        await asterisk.CommandAsync("channel originate PJSIP/102@self extension s@talking-telephone");
        using var late = new CancellationTokenSource(Deadline.Usual);
        telephone._connection = await telephone._listener.AcceptTcpClientAsync(late.Token);
        telephone._reader = new StreamReader(telephone._connection.GetStream(), Encoding.UTF8);
        while (await telephone._reader.ReadLineAsync(late.Token) is { Length: > 0 })
        {
            // The environment block is of no interest here.
        }

        await telephone.BeQuietAsync();
        return telephone;
    }

    /// <summary>Says a sample to its end, then is silent again.</summary>
    public async Task SayAsync(string sample)
    {
        await SendAsync($"STREAM FILE \"{Path.ChangeExtension(TestPlaces.Sample(sample), null)}\" \"\"");
        await ReplyAsync();
        await BeQuietAsync();
    }

    /// <summary>Presses a key (RFC 4733), then is silent again.</summary>
    public async Task PressAsync(char key)
    {
        await SendAsync($"EXEC SendDTMF {key}");
        await ReplyAsync();
        await BeQuietAsync();
    }

    /// <summary>Waits until the other side hangs up.</summary>
    public async Task HungUpAsync()
    {
        using var late = new CancellationTokenSource(Deadline.Usual);
        while (await _reader!.ReadLineAsync(late.Token) is { } line)
        {
            if (line == "HANGUP")
            {
                return;
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _connection?.Dispose();
        _listener.Dispose();
        return ValueTask.CompletedTask;
    }

    // Playing silence: a telephone that is quiet still sends packets. The next command cuts it and alone gets a reply.
    private Task BeQuietAsync() => SendAsync($"STREAM FILE \"{Path.ChangeExtension(_silence, null)}\" \"\"");

    private async Task SendAsync(string command) => await _connection!.GetStream().WriteAsync(Encoding.UTF8.GetBytes(command + "\n"));

    private async Task ReplyAsync()
    {
        using var late = new CancellationTokenSource(Deadline.Usual);
        var reply = await _reader!.ReadLineAsync(late.Token);
        Assert.StartsWith("200 result=", reply, StringComparison.Ordinal);
    }
}

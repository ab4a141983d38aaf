using System.ComponentModel.DataAnnotations;
using System.Net;

namespace CallIntake.Engine.Agi;

/// <summary>How the engine listens for Asterisk's FastAGI connections, and how long it waits for what.</summary>
public sealed class AgiOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string SectionName = "Asterisk:Agi";

    /// <summary>Address and port to listen on, as numbers (port 0 takes any free one). Default 127.0.0.1:4573.</summary>
    [Required]
    public string Endpoint { get; set; } = "127.0.0.1:4573";

    /// <summary>The only path that is served (agi://address/intake); a request for another one is closed. Default /intake.</summary>
    [Required]
    public string Path { get; set; } = "/intake";

    /// <summary>
    /// Addresses or networks (10.0.0.5, 10.0.0.0/24) of the exchanges that may connect. FastAGI knows no password, so this is what keeps
    /// others from opening calls. Empty, the default, means the machine itself only, which is enough while <see cref="Endpoint"/> is a
    /// loopback address; on any other address the list must be filled.
    /// </summary>
    public IList<string> AllowedAddresses { get; init; } = [];

    /// <summary>Connections at once; one more is closed at once and its caller goes to the operators. Default 2000.</summary>
    [Range(1, 100_000)]
    public int MaximumConnections { get; set; } = 2000;

    /// <summary>Time from the connection to its first line. Default 5 s; 100 ms to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan FirstLineTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Time from the connection to the end of its request block. Default 10 s; 100 ms to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Lines of a request block. Default 256.</summary>
    [Range(32, 10_000)]
    public int MaximumRequestLines { get; set; } = 256;

    /// <summary>Bytes of a request block. Default 65,536.</summary>
    [Range(4096, 1_048_576)]
    public int MaximumRequestBytes { get; set; } = 65_536;

    /// <summary>Bytes of one line from Asterisk. Default 16,384.</summary>
    [Range(1024, 1_048_576)]
    public int MaximumLineBytes { get; set; } = 16_384;

    /// <summary>Time for the reply to a command that takes no time by itself, and what is added to those that do. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest playback of one file. Default 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00")]
    public TimeSpan PlaybackTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Time in which the line HANGUP follows a failed command if the failure was a hang-up (Asterisk sends it up to 40 ms later), and in
    /// which a running command is answered once HANGUP has come. Default 250 ms.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:00:10")]
    public TimeSpan HangUpNotice { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The parsed <see cref="Endpoint"/>.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public IPEndPoint ToEndPoint() => TryParseEndpoint(Endpoint, out var endpoint)
        ? endpoint
        : throw new FormatException($"{SectionName}:Endpoint is \"{Endpoint}\"; it must be an address and a port such as 127.0.0.1:4573.");

    internal static bool TryParseEndpoint(string text, out IPEndPoint endpoint)
    {
        // Without this an address alone would be taken with port 0, and the bare IPv6 address "::1" as well.
        var port = text.LastIndexOf(':');
        var hasPort = port > 0 && (text[port - 1] == ']' || text.IndexOf(':', StringComparison.Ordinal) == port);
        if (hasPort && IPEndPoint.TryParse(text, out var parsed))
        {
            endpoint = parsed;
            return true;
        }

        endpoint = new IPEndPoint(IPAddress.None, 0);
        return false;
    }
}

using System.Globalization;
using System.Net;
using System.Text;

namespace CallIntake.Engine.Agi.Peer;

/// <summary>The request block as Asterisk 22 sends it (res_agi.c, setup_env).</summary>
internal static class PeerRequest
{
    private static int _lastNumber;

    public static string Block(IPEndPoint server, string script, string? callerId, DateTimeOffset now)
    {
        var number = Interlocked.Increment(ref _lastNumber);
        var text = new StringBuilder();
        Line("network", "yes");
        Line("network_script", script);
        Line("request", $"agi://{server}/{script}");
        Line("channel", string.Create(CultureInfo.InvariantCulture, $"Test/caller-{number:x8}"));
        Line("language", "ru");
        Line("type", "Test");
        Line("uniqueid", string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeSeconds()}.{number}"));
        Line("version", "22.10.1");
        Line("callerid", callerId ?? "unknown");
        Line("calleridname", "unknown");
        Line("callingpres", "0");
        Line("callingani2", "0");
        Line("callington", "0");
        Line("callingtns", "0");
        Line("dnid", "102");
        Line("rdnis", "unknown");
        Line("context", "from-public");
        Line("extension", "102");
        Line("priority", "3");
        Line("enhanced", "0.0");
        Line("accountcode", string.Empty);
        Line("threadid", (139_912_345_601_728 + (number * 4096L)).ToString(CultureInfo.InvariantCulture));
        return text.Append('\n').ToString();

        void Line(string key, string value) =>
            text.Append("agi_").Append(key).Append(": ").Append(value.ReplaceLineEndings(" ")).Append('\n');
    }
}

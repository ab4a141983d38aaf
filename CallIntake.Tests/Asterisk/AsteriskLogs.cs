using System.Text.RegularExpressions;

namespace CallIntake.Tests.Asterisk;

/// <summary>What Asterisk itself wrote about calls: an account that is independent of the product's.</summary>
internal sealed partial class AsteriskLogs(string folder)
{
    /// <summary>Waits until an operator's telephone answered a caller.</summary>
    public Task OperatorAnsweredAsync(string caller) => Deadline.UntilAsync(
        $"an operator answers {caller}", () => Task.FromResult(OperatorAnswered(caller)), () => Tail("queue_log") + Tail("messages.log"), Deadline.Call);

    /// <summary>Whether an operator's telephone answered a caller.</summary>
    public bool OperatorAnswered(string caller)
    {
        var lines = Lines("queue_log").Select(line => line.Split('|')).Where(fields => fields.Length > 6).ToArray();
        var call = lines.FirstOrDefault(fields => fields[4] == "ENTERQUEUE" && fields[6] == caller)?[1];
        return call is not null && lines.Any(fields => fields[1] == call && fields[4] == "CONNECT");
    }

    /// <summary>Waits for Asterisk's own record of a caller's call: what the engine left in CALLINTAKE_OUTCOME and CALLINTAKE_CALL_ID.</summary>
    public async Task<(string Outcome, string CallId)> RecordAsync(string caller)
    {
        var field = await Deadline.UntilAsync(
            $"Asterisk's record of {caller}", () => Task.FromResult(UserField(caller)), () => Tail("cdr-csv/Master.csv"));
        var parts = field.Split(':', 2);
        return (parts[0], parts[1]);
    }

    private string? UserField(string caller) => Lines("cdr-csv/Master.csv")
        .Select(line => Record().Match(line))
        .FirstOrDefault(record => record.Success && record.Groups["source"].Value == caller)?.Groups["user"].Value;

    private string[] Lines(string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            return [];
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private string Tail(string name) => $"\n{name}:\n{string.Join('\n', Lines(name).TakeLast(40))}";

    // "account","source","destination", … ,"uniqueid","userfield"
    [GeneratedRegex("^\"[^\"]*\",\"(?<source>[^\"]*)\",.*,\"(?<user>[^\"]*)\"$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Record();
}

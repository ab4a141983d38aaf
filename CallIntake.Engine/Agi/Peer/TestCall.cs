using System.Globalization;

namespace CallIntake.Engine.Agi.Peer;

/// <summary>
/// One test call: reads command after command and answers each as Asterisk 22 does with AGIEXITONHANGUP=yes. Playing, recording and
/// waiting stand in the other files of this class. For one use.
/// </summary>
internal sealed partial class TestCall(
    TestCallPlan plan,
    CallerVoice voice,
    PeerWire wire,
    List<string> violations,
    TimeProvider time,
    CancellationToken cancellationToken) : IAsyncDisposable
{
    private const string Usage = "520-Invalid command syntax.  Proper usage follows:\nUsage: see the documentation of AGI\n\n520 End of proper usage.\n";

    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(10);

    private readonly long _start = time.GetTimestamp();
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);
    private readonly List<string> _commands = [];
    private TimeSpan? _watchdogAt = plan.Watchdog;
    private bool _hungUp;
    private bool _watchdogFired;

    private TimeSpan Now => time.GetElapsedTime(_start);

    private TimeSpan? HangUpAt => plan.HangUp is { Moment: TestHangUpMoment.AfterTime, Delay: var delay } ? delay : null;

    public async Task<TestCallResult> RunAsync()
    {
        while (!_hungUp)
        {
            var end = await HoldAsync(plan.CommandTimeout);
            if (end == HoldEnd.Command)
            {
                await ServeAsync((await wire.NextAsync())!);
                continue;
            }

            if (end == HoldEnd.Elapsed)
            {
                violations.Add(string.Create(CultureInfo.InvariantCulture, $"no command for {plan.CommandTimeout.TotalSeconds:0.#} s"));
            }

            if (end == HoldEnd.HungUp)
            {
                _hungUp = true;
            }

            break;
        }

        await LeaveAsync();
        return Result();
    }

    public async ValueTask DisposeAsync() => await FinishMixAsync();

    /// <summary>As Asterisk at the end of a session: HANGUP once, and once more where there was a hang-up; then its side is closed.</summary>
    private async Task LeaveAsync()
    {
        await wire.SendAsync(_hungUp ? "HANGUP\nHANGUP\n" : "HANGUP\n");
        wire.EndSending();
        try
        {
            // A command that crossed the hang-up is no fault.
            while (await wire.NextAsync().WaitAsync(CloseTimeout, time) is not null)
            {
                wire.Take();
            }
        }
        catch (TimeoutException)
        {
            violations.Add(string.Create(CultureInfo.InvariantCulture, $"still open {CloseTimeout.TotalSeconds:0.#} s after the end of the call"));
        }

        await FinishMixAsync();
    }

    private async Task ServeAsync(string line)
    {
        wire.Take();
        _commands.Add(line);
        plan.Progress?.Report(line);
        if (!PeerCommandLine.TrySplit(line, out var words))
        {
            violations.Add("an open quote in " + line);
        }

        var reply = await AnswerAsync(line, words);
        if (reply.Text is not null)
        {
            await wire.SendAsync(reply.Text.EndsWith('\n') ? reply.Text : reply.Text + "\n");
        }

        _hungUp |= reply.HangsUp;
    }

    private async Task<PeerReply> AnswerAsync(string line, string[] words)
    {
        switch (words)
        {
            case [var stream, var file, var name, _] when Is(stream, "STREAM") && Is(file, "FILE"):
                return await StreamFileAsync(name);
            case [var record, var file, var name, var format, _, var timeout, .. var more] when Is(record, "RECORD") && Is(file, "FILE"):
                return long.TryParse(timeout, CultureInfo.InvariantCulture, out var limit) ? await RecordFileAsync(name, format, limit, SilenceIn(more)) : Wrong(line);
            case [var wait, var @for, var digit, var timeout] when Is(wait, "WAIT") && Is(@for, "FOR") && Is(digit, "DIGIT"):
                return long.TryParse(timeout, CultureInfo.InvariantCulture, out var span) ? await WaitForDigitAsync(TimeSpan.FromMilliseconds(Math.Max(0, span))) : Wrong(line);
            case [var set, var variable, var name, var value] when Is(set, "SET") && Is(variable, "VARIABLE"):
                _variables[name] = value;
                return new("200 result=1");
            case [var set, var auto, var seconds] when Is(set, "SET") && Is(auto, "AUTOHANGUP"):
                return SetAutoHangUp(seconds, line);
            case [var get, var variable, var name] when Is(get, "GET") && Is(variable, "VARIABLE"):
                return new(_variables.TryGetValue(name, out var known) ? $"200 result=1 ({known})" : "200 result=0");
            case [var exec, var application, .. var rest] when Is(exec, "EXEC"):
                return await ExecuteAsync(application, rest.Length > 0 ? rest[0] : string.Empty);
            case [var hangUp] when Is(hangUp, "HANGUP"):
                return new("200 result=1", HangsUp: true);
            case [var word, ..] when Is(word, "NOOP") || Is(word, "ANSWER"):
                return new("200 result=0");
            case [var verbose, _, ..] when Is(verbose, "VERBOSE"):
                return new("200 result=1");
            case [var channel, var status, ..] when Is(channel, "CHANNEL") && Is(status, "STATUS"):
                return new("200 result=6");
            case [var first, ..] when first.ToUpperInvariant() is "STREAM" or "RECORD" or "WAIT" or "SET" or "GET" or "EXEC":
                return Wrong(line);
            default:
                violations.Add("unknown command: " + line);
                return new("510 Invalid or unknown command");
        }
    }

    private static bool Is(string word, string expected) => string.Equals(word, expected, StringComparison.OrdinalIgnoreCase);

    private PeerReply Wrong(string line)
    {
        violations.Add("wrong arguments: " + line);
        return new(Usage);
    }

    private PeerReply SetAutoHangUp(string text, string line)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return Wrong(line);
        }

        _watchdogAt = seconds == 0 ? null : Now + TimeSpan.FromSeconds(seconds);
        return new("200 result=0");
    }

    private TestCallResult Result() => new()
    {
        Variables = _variables,
        Commands = _commands,
        Violations = violations,
        Played = _played,
        Recorded = _recorded,
        MixedRecording = _mixPath,
        HungUp = _hungUp && !_watchdogFired,
        WatchdogFired = _watchdogFired,
        Duration = Now,
    };
}

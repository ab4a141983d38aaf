using CallIntake.Engine.Calls;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;

namespace CallIntake.Tests.Calls;

/// <summary>A line whose caller follows a list of actions; silent when they are used up.</summary>
internal sealed class FakeLine(params CallerAction[] actions) : ICallLine
{
    private readonly CancellationTokenSource _hungUp = new();
    private readonly CancellationTokenSource _stopping = new();
    private int _next;

    public Dictionary<string, CallerAction> Recordings { get; } = [];

    /// <summary>What the engine did, in order: VARIABLE=value, play:KEY, record:FILE, watchdog, mixed.</summary>
    public List<string> Steps { get; } = [];

    /// <summary>Reaction of the caller to a phrase (file name without folder and extension, with the language's folder: ru/greeting).</summary>
    public Func<string, PlaybackResult> OnPlay { get; set; } = _ => new PlaybackResult(PlaybackOutcome.Finished);

    public Action<string> OnStep { get; set; } = _ => { };

    public CallArrival Arrival { get; init; } = new("+77011234567", "PJSIP/line-1", "1764200000.1", false);

    public bool HungUp => _hungUp.IsCancellationRequested;

    public CancellationToken HungUpToken => _hungUp.Token;

    public CancellationToken StoppingToken => _stopping.Token;

    public string? Outcome => Steps.Count > 0 && Steps[^1].StartsWith("CALLINTAKE_OUTCOME=", StringComparison.Ordinal) ? Steps[^1].Split('=')[1] : null;

    public IEnumerable<string> Played => Steps.Where(step => step.StartsWith("play:", StringComparison.Ordinal)).Select(step => step[5..]);

    public void HangUp() => _hungUp.Cancel();

    public void StopHost() => _stopping.Cancel();

    public Task<PlaybackResult> PlayAsync(string wavPath, string interruptKeys)
    {
        var name = wavPath.Replace(".wav", string.Empty, StringComparison.Ordinal);
        Step("play:" + name);
        var result = OnPlay(name);
        if (result.Outcome == PlaybackOutcome.HungUp)
        {
            HangUp();
        }

        return Task.FromResult(result.Key is { } key && !interruptKeys.Contains(key) ? new PlaybackResult(PlaybackOutcome.Finished) : result);
    }

    public async Task<RecordingResult> RecordAsync(string wavPath, RecordingLimits limits)
    {
        Step("record:" + Path.GetFileName(wavPath));
        var action = _next < actions.Length ? actions[_next++] : CallerAction.Silence;
        Recordings[wavPath] = action;
        if (action.HangsUp)
        {
            HangUp();
        }

        var outcome = action switch
        {
            { Fails: true } => RecordingOutcome.Failed,
            { HangsUp: true } => RecordingOutcome.HungUp,
            { Key: not null } => RecordingOutcome.Key,
            _ => RecordingOutcome.Finished,
        };
        if (outcome != RecordingOutcome.Failed)
        {
            var samples = new short[(int)(action.Seconds * WavWriter.TelephoneRate)];
            await WavWriter.WriteTelephoneAsync(wavPath, new SpeechAudio(samples, WavWriter.TelephoneRate), CancellationToken.None);
        }

        return new RecordingResult(outcome, action.Key, TimeSpan.FromSeconds(action.Seconds));
    }

    public Task<char?> WaitForKeyAsync(TimeSpan timeout) => Task.FromResult<char?>(null);

    public Task SetVariableAsync(string name, string value)
    {
        Step($"{name}={value}");
        return Task.CompletedTask;
    }

    public Task ArmWatchdogAsync(TimeSpan timeout)
    {
        Step("watchdog");
        return Task.CompletedTask;
    }

    public Task<bool> StartMixedRecordingAsync(string wavPath)
    {
        Step("mixed");
        return Task.FromResult(true);
    }

    private void Step(string step)
    {
        OnStep(step);
        Steps.Add(step);
    }
}

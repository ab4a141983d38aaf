using CallIntake.Engine.Triage;

namespace CallIntake.Engine.Calls;

/// <content>How the call's state reaches board and database.</content>
internal sealed partial class CallSession
{
    private readonly List<Func<Task>> _late = [];
    private bool _lineFree;

    private static CallEnding HandOver(Conversation.DialogueStep step) => new(CallEndingKind.HandOver, step.PromptKey, step.Reason);

    /// <summary>Shows on the card what the machine does now.</summary>
    private Task ShowAsync(CallActivity activity) => _call.Activity == activity ? Task.CompletedTask : RecordAsync(call => call with { Activity = activity });

    /// <summary>
    /// Applies a change and appends its event. After a hang-up it waits until the line is free: Asterisk must not be held by a slow disk.
    /// </summary>
    private Task RecordAsync(Func<Call, Call> change, string? stage = null, Func<Call, object>? data = null)
    {
        var at = _parts.Time.GetUtcNow();
        Func<Task> record = async () => Took(await _parts.Recorder.RecordAsync(
            _call.Id,
            change,
            stage is null ? null : call => CallEvent.Create(call, stage, at, data?.Invoke(call))));
        if (_lineFree || !_line.HungUp)
        {
            return record();
        }

        _late.Add(record);
        return Task.CompletedTask;
    }

    private async Task RecordLateAsync()
    {
        _lineFree = true;
        foreach (var record in _late)
        {
            await record();
        }

        _late.Clear();
    }

    private Task RecordTurnAsync(CallTurn turn, string stage, object? more = null) => RecordAsync(
        call => call.WithTurn(turn),
        stage,
        _ => new { turn, details = more });

    private Task RecordTriageAsync(TriageRecord record, string by, TimeSpan elapsed) => RecordAsync(
        call => call with { Record = record },
        CallStages.Triaged,
        _ => new { by, elapsed_ms = Math.Round(elapsed.TotalMilliseconds, 2), record, exchange = record.Exchange });

    private void Took(RecordedCall recorded)
    {
        _call = recorded.Call;
        _storageFailed |= !recorded.Saved;
    }
}

using CallIntake.Engine.Triage;

namespace CallIntake.Engine.Calls;

/// <content>How the call's state reaches board and database.</content>
internal sealed partial class CallSession
{
    private static CallEnding HandOver(Conversation.DialogueStep step) => new(CallEndingKind.HandOver, step.PromptKey, step.Reason);

    /// <summary>Shows on the card what the machine does now.</summary>
    private Task ShowAsync(CallActivity activity) => _call.Activity == activity ? Task.CompletedTask : RecordAsync(call => call with { Activity = activity });

    private async Task RecordAsync(Func<Call, Call> change, string? stage = null, Func<Call, object>? data = null) =>
        Took(await _parts.Recorder.RecordAsync(
            _call.Id,
            change,
            stage is null ? null : call => CallEvent.Create(call, stage, _parts.Time.GetUtcNow(), data?.Invoke(call))));

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

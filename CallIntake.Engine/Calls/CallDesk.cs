using CallIntake.Engine.Triage;

namespace CallIntake.Engine.Calls;

/// <summary>
/// What a person at the console does with a call. Every action is an event with who and when; refused ones throw
/// <see cref="CallDeskException"/> and change nothing. Thread-safe.
/// </summary>
public sealed class CallDesk(ICallRecorder recorder, TimeProvider time)
{
    private const int LongestText = 2000;

    /// <summary>Takes the call. The first dispatcher keeps it: a later one gets the call as it is.</summary>
    public Task<Call> AcknowledgeAsync(Guid id, string user) => RecordAsync(
        id,
        CallStages.Acknowledged,
        call => call.AcknowledgedBy is not null
            ? call
            : Take(call, user) with { Status = call.Status == CallStatus.InProgress ? CallStatus.InProgress : CallStatus.Acknowledged },
        call => new { user, acknowledged_by = call.AcknowledgedBy });

    /// <summary>Marks that somebody was sent, or that the call was passed on. Closing has its own action.</summary>
    public Task<Call> ChangeStatusAsync(Guid id, CallStatus status, string user)
    {
        if (status is not (CallStatus.Acknowledged or CallStatus.Dispatched or CallStatus.Referred))
        {
            throw new CallDeskException("CallDesk_StatusNotAllowed", $"The status {status} is not set by hand.");
        }

        return RecordAsync(
            id,
            CallStages.StatusChanged,
            call => call.Status == CallStatus.InProgress
                ? throw new CallDeskException("CallDesk_StillInProgress", "The call is still in progress.")
                : Take(call, user) with { Status = status, Disposition = null },
            _ => new { user, status });
    }

    /// <summary>Closes the call with a disposition and, if wanted, a note.</summary>
    public Task<Call> CloseAsync(Guid id, Disposition disposition, string user, string? note = null)
    {
        var text = Bounded(note);
        return RecordAsync(
            id,
            CallStages.StatusChanged,
            call => call.Status == CallStatus.InProgress
                ? throw new CallDeskException("CallDesk_StillInProgress", "The call is still in progress.")
                : Take(call, user) with { Status = CallStatus.Closed, Disposition = disposition },
            _ => new { user, status = CallStatus.Closed, disposition, note = text });
    }

    /// <summary>Writes a note.</summary>
    public Task<Call> NoteAsync(Guid id, string text, string user)
    {
        var note = Bounded(text) ?? throw new CallDeskException("CallDesk_TextNeeded", "A note needs a text.");
        return RecordAsync(id, CallStages.Noted, call => call, _ => new { user, note });
    }

    /// <summary>
    /// Puts an operator's value over the machine's. Lowering the urgency needs a reason.
    /// </summary>
    /// <param name="id">The call.</param>
    /// <param name="field">One of <see cref="CorrectedRecord.Fields"/>.</param>
    /// <param name="value">The value as text; null or empty for nothing.</param>
    /// <param name="user">Sign-in name.</param>
    /// <param name="reason">Why.</param>
    public Task<Call> CorrectAsync(Guid id, string field, string? value, string user, string? reason = null)
    {
        value = string.IsNullOrWhiteSpace(value) ? null : value.Trim();
        var why = Bounded(reason);
        if (!CorrectedRecord.IsValid(field, value))
        {
            throw new CallDeskException("CallDesk_ValueNotAllowed", $"The value does not fit the field {field}.");
        }

        return RecordAsync(
            id,
            CallStages.Corrected,
            call => call with { Corrections = [.. call.Corrections, Correct(call, field, value, user, why)] },
            call => new { user, correction = call.Corrections[^1] });
    }

    /// <summary>Notes that a person played the recording.</summary>
    public Task<Call> ListenedAsync(Guid id, string user) => RecordAsync(id, CallStages.Listened, call => call, _ => new { user });

    private Call Take(Call call, string user) =>
        call.AcknowledgedBy is null ? call with { AcknowledgedBy = user, AcknowledgedAt = time.GetUtcNow() } : call;

    private static string? Bounded(string? text)
    {
        text = text?.Trim();
        return text switch
        {
            null or "" => null,
            { Length: > LongestText } => throw new CallDeskException("CallDesk_TextTooLong", $"A text has at most {LongestText} characters."),
            _ => text,
        };
    }

    private Correction Correct(Call call, string field, string? value, string user, string? reason)
    {
        if (call.Record is not { } machine)
        {
            throw new CallDeskException("CallDesk_NothingToCorrect", "The call has no record yet.");
        }

        var lowered = field == "urgency" && Urgencies.TryParse(value, out var urgency) && urgency < call.Urgency;
        return lowered && reason is null
            ? throw new CallDeskException("CallDesk_ReasonNeeded", "Lowering the urgency needs a reason.")
            : new Correction(field, CorrectedRecord.Read(machine, field), value, user, time.GetUtcNow(), reason);
    }

    private async Task<Call> RecordAsync(Guid id, string stage, Func<Call, Call> change, Func<Call, object> data)
    {
        try
        {
            var recorded = await recorder.RecordAsync(id, change, call => CallEvent.Create(call, stage, time.GetUtcNow(), data(call)));
            return recorded.Call;
        }
        catch (KeyNotFoundException)
        {
            throw new CallDeskException("CallDesk_NotFound", "There is no such call.");
        }
    }
}

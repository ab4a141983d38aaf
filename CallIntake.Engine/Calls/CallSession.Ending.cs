using CallIntake.Engine.Conversation;
using CallIntake.Engine.Triage;

namespace CallIntake.Engine.Calls;

/// <content>The end: the last words, the row, then the channel variables with the outcome as the very last command.</content>
internal sealed partial class CallSession
{
    private const string OutcomeClosed = "closed";
    private const string OutcomeOperator = "operator";

    private bool _languageNotUnderstood;

    private async Task EndAsync(CallEnding ending)
    {
        ending = await SayFarewellAsync(ending);
        var outcome = ending.Kind is CallEndingKind.Close or CallEndingKind.Silent ? OutcomeClosed : OutcomeOperator;
        if (outcome == OutcomeClosed && _storageFailed)
        {
            // Only a call that the database has may be ended by a machine.
            outcome = OutcomeOperator;
        }

        var recorded = !_line.HungUp;
        try
        {
            if (recorded)
            {
                await RecordEndAsync(ending, outcome);
                await _line.SetVariableAsync("CALLINTAKE_LANGUAGE", _language);
                await _line.SetVariableAsync("CALLINTAKE_URGENCY", _call.Urgency.Code());
                await _line.SetVariableAsync("CALLINTAKE_OUTCOME", outcome);
            }
        }
        finally
        {
            // After a hang-up the line is freed at once; whatever is slow goes on without it.
            _parts.Aftercare.Start(_call.Id, () => FinishAsync(ending, recorded ? null : outcome));
        }

        _parts.Metrics.CallEnded(_line.HungUp ? "hung_up" : outcome, _parts.Time.GetUtcNow() - _call.StartedAt);
        _parts.Logger.CallEnded(_call.Id, ending.Kind.ToString(), ending.Reason, outcome);
    }

    private async Task<CallEnding> SayFarewellAsync(CallEnding ending)
    {
        if (_line.HungUp || _line.StoppingToken.IsCancellationRequested)
        {
            return _line.HungUp && ending.Kind is CallEndingKind.Close or CallEndingKind.Silent ? ending with { Kind = CallEndingKind.HungUp } : ending;
        }

        await ShowAsync(ending.Kind is CallEndingKind.Close or CallEndingKind.Silent ? CallActivity.Closing : CallActivity.HandingOver);
        if (ending.PromptKey is null)
        {
            return ending;
        }

        // A failure while the last words are spoken must not keep the outcome from being set.
        return await GuardAsync(async () =>
        {
            var said = await SayAsync(ending.PromptKey, ending.Kind == CallEndingKind.Close ? "0" : string.Empty);
            if (ending.Kind != CallEndingKind.Close)
            {
                return ending;
            }

            if (said.Key == '0')
            {
                _dialogue = _dialogue with { AskedForPerson = true };
                return new CallEnding(CallEndingKind.HandOver, null, HumanReasons.Asked);
            }

            await SayAsync(Prompts.Goodbye);
            return ending;
        });
    }

    private Task RecordEndAsync(CallEnding ending, string outcome)
    {
        var now = _parts.Time.GetUtcNow();
        return RecordAsync(
            call => call with
            {
                EndedAt = now,
                Activity = CallActivity.Ended,
                Outcome = _line.HungUp ? null : outcome,
                HungUp = _line.HungUp,
                Record = EndRecord(call.Record, ending),
                Status = EndStatus(call, ending),
            },
            EndStage(ending),
            _ => new { kind = ending.Kind, reason = ending.Reason, outcome, storage_failed = _storageFailed });
    }

    private TriageRecord? EndRecord(TriageRecord? record, CallEnding ending) => ending.Kind switch
    {
        CallEndingKind.Abandoned => AbandonedRecord(),
        CallEndingKind.Failed => (record ?? Unheard()).WithHumanReason(HumanReasons.Failure),
        CallEndingKind.Interrupted => (record ?? Unheard()).WithHumanReason(HumanReasons.Interrupted),
        CallEndingKind.HandOver when ending.Reason is { } reason => (record ?? Unheard()).WithHumanReason(reason),
        CallEndingKind.HungUp => record ?? Unheard(),
        _ => record,
    };

    private TriageRecord AbandonedRecord() => UnspokenRecord(Urgency.Medium, Categories.AbandonedCall).WithHumanReason(HumanReasons.Abandoned);

    // Nothing is known of this call: not low, and somebody has to listen to it.
    private TriageRecord Unheard() => UnspokenRecord(Urgency.High, Categories.Other).WithHumanReason(HumanReasons.Unclear);

    private static CallStatus EndStatus(Call call, CallEnding ending) => ending.Kind switch
    {
        _ when call.AcknowledgedBy is not null => CallStatus.Acknowledged,
        CallEndingKind.Abandoned => CallStatus.Abandoned,
        CallEndingKind.Silent => CallStatus.Silent,
        CallEndingKind.Interrupted => CallStatus.Interrupted,
        _ => CallStatus.New,
    };

    private static string EndStage(CallEnding ending) => ending.Kind switch
    {
        CallEndingKind.Close or CallEndingKind.Silent => CallStages.Closed,
        CallEndingKind.HandOver => CallStages.HandedOver,
        CallEndingKind.Failed => CallStages.Failed,
        CallEndingKind.Interrupted => CallStages.Interrupted,
        _ => CallStages.HungUp,
    };

    /// <summary>
    /// Goes on after the line is free: after a hang-up the end is recorded and the last words are heard and judged; the recording is
    /// completed.
    /// </summary>
    private async Task FinishAsync(CallEnding ending, string? unrecordedOutcome)
    {
        await RecordLateAsync();
        if (unrecordedOutcome is not null)
        {
            await RecordEndAsync(ending, unrecordedOutcome);
        }

        if (ending.Unheard is { } unheard)
        {
            await HearLastWordsAsync(unheard);
        }

        await TurnAudio.EnsureMixedAsync(_parts.Recordings, _call);
    }

    private async Task HearLastWordsAsync(Utterance unheard)
    {
        try
        {
            var heard = unheard.Pieces.Count == 0 ? null : await TranscribeAsync(unheard);
            if (heard is { HasWords: true })
            {
                await TakeInAsync(unheard, heard);
                await DecideAsync();
            }
            else if (_turns.Count == 0 && heard is not { Speech.Count: > 0 })
            {
                await RecordAsync(
                    call => call with { Record = AbandonedRecord(), Status = call.Status == CallStatus.New ? CallStatus.Abandoned : call.Status },
                    CallStages.Triaged,
                    call => new { by = "hang_up", record = call.Record });
            }
        }
        catch (CallPartException exception)
        {
            _parts.Logger.PartFailed(_call.Id, exception.Part, exception.InnerException ?? exception);
            await RecordAsync(
                call => call with { Record = (call.Record ?? Unheard()).WithHumanReason(HumanReasons.Failure) },
                CallStages.Failed,
                _ => new { part = exception.Part });
        }
    }
}

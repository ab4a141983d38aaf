using CallIntake.Engine.Conversation;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Triage;

namespace CallIntake.Engine.Calls;

/// <content>Turn after turn: listen, judge, answer.</content>
internal sealed partial class CallSession
{
    private async Task<CallEnding> ConverseAsync()
    {
        for (var turn = 0; ; turn++)
        {
            var (utterance, heard) = await ListenAsync(turn);
            if (utterance.HungUp)
            {
                return new CallEnding(CallEndingKind.HungUp, Unheard: utterance);
            }

            if (turn == 0 && heard is not { HasWords: true } and not { Speech.Count: > 0 })
            {
                if (await MeetSilenceAsync(utterance, heard) is { } silent)
                {
                    return silent;
                }

                continue;
            }

            if (await AnswerAsync(utterance, heard) is { } ending)
            {
                return ending;
            }
        }
    }

    /// <summary>Judges a turn and says what comes next; null where the conversation goes on.</summary>
    private async Task<CallEnding?> AnswerAsync(Utterance utterance, Transcription? heard)
    {
        await TakeInAsync(utterance, heard);
        var step = await DecideAsync();
        ThrowIfStopping();
        switch (step.Action)
        {
            case DialogueAction.HandOver:
                return HandOver(step);
            case DialogueAction.Close:
                return _storageFailed ? HandOver(Dialogue.HandOver(_call.Record!, HumanReasons.Failure)) : new CallEnding(CallEndingKind.Close, step.PromptKey);
            case DialogueAction.ReadBack:
                return await ConfirmAddressAsync();
            default:
                await ShowAsync(CallActivity.Asking);
                await SayAsync(step.PromptKey, AnyKey);
                _dialogue = _dialogue.AfterAsking(step.PromptKey);
                return _line.HungUp ? new CallEnding(CallEndingKind.HungUp) : null;
        }
    }

    /// <summary>Adds what was heard to the conversation.</summary>
    private async Task TakeInAsync(Utterance utterance, Transcription? heard)
    {
        if (utterance.Key == '0')
        {
            _dialogue = _dialogue with { AskedForPerson = true };
        }

        if (LastQuestion == Prompts.ConfirmBefore && TakeConfirmation(utterance.Key, heard?.Text))
        {
            _dialogue = _dialogue with { LastNotUnderstood = false };
        }
        else if (heard is not { HasWords: true } || heard.Recognition.Confidence < _parts.Options.MinimumConfidence)
        {
            _dialogue = _dialogue.AfterNotUnderstood();
        }

        if (heard is { HasWords: true })
        {
            await AddTurnAsync(utterance, heard);
        }
    }

    private async Task AddTurnAsync(Utterance utterance, Transcription heard)
    {
        var recognition = heard.Recognition;
        if (recognition.Language is "ru" or "kk")
        {
            _language = recognition.Language;
            _languageKnown = true;
        }

        if (!heard.Understood)
        {
            _languageNotUnderstood = true;
        }

        _turns.Add(new TriageTurn(utterance.Turn, recognition.Text, recognition.Language, recognition.Confidence, LastQuestion));
        await RecordTurnAsync(
            new CallTurn(Speaker.Caller, utterance.Turn, recognition.Text, utterance.At, recognition.Language, recognition.Confidence, recognition.Words, LastQuestion),
            CallStages.Transcribed,
            new
            {
                recognizer = recognition.Recognizer,
                language_probability = recognition.LanguageProbability,
                understood = heard.Understood,
                elapsed_ms = Math.Round(heard.Elapsed.TotalMilliseconds),
                audio_seconds = Math.Round(heard.Duration.TotalSeconds, 2),
            });
    }

    /// <summary>Judges everything said so far: at once by the embedded triage, then, where it does not decide already, by the model.</summary>
    private async Task<DialogueStep> DecideAsync()
    {
        var input = new TriageInput([.. _turns]);
        var began = _parts.Time.GetTimestamp();
        var record = Complete(_parts.Triage.Assess(input));
        var elapsed = _parts.Time.GetElapsedTime(began);
        _parts.Metrics.Triaged(elapsed);
        await RecordTriageAsync(record, "embedded", elapsed);
        var step = Next(record);
        if (step.Action == DialogueAction.HandOver)
        {
            _parts.Aftercare.Start(_call.Id, () => RefineAsync(input, record, CancellationToken.None));
            return step;
        }

        return Next(await RefineAsync(input, record, _line.HungUpToken));
    }

    private async Task<TriageRecord> RefineAsync(TriageInput input, TriageRecord record, CancellationToken cancellationToken)
    {
        var began = _parts.Time.GetTimestamp();
        var refined = await _parts.Refiner.RefineAsync(input, record, cancellationToken);
        if (!ReferenceEquals(refined, record))
        {
            refined = Complete(refined);
            await RecordTriageAsync(refined, refined.Sources.Model ?? "model", _parts.Time.GetElapsedTime(began));
        }

        return refined;
    }

    private DialogueStep Next(TriageRecord record) =>
        Dialogue.Next(_dialogue with { CanReadBack = _canReadBack }, record, _parts.Options);

    /// <summary>Adds to a record what only the conversation knows.</summary>
    private TriageRecord Complete(TriageRecord record)
    {
        record = record with { AddressConfirmed = record.Address is not null && record.Address == _confirmedAddress };
        if (_languageNotUnderstood)
        {
            // Words that no recogniser here understands say nothing about the danger: not low, not medium.
            record = record.AtLeast(Urgency.High);
        }

        foreach (var reason in ReasonsForHuman(record))
        {
            record = record.WithHumanReason(reason);
        }

        return record;
    }

    private IEnumerable<string> ReasonsForHuman(TriageRecord record)
    {
        if (record.Urgency == Urgency.Critical)
        {
            yield return HumanReasons.Critical;
        }
        else if (record.Urgency >= _parts.Options.HandOverFrom)
        {
            yield return HumanReasons.Urgent;
        }

        if (_dialogue.AskedForPerson)
        {
            yield return HumanReasons.Asked;
        }

        if (_languageNotUnderstood)
        {
            yield return HumanReasons.Language;
        }

        if (_dialogue.NotUnderstood > 0)
        {
            yield return HumanReasons.LowConfidence;
        }

        if (_storageFailed)
        {
            yield return HumanReasons.Failure;
        }
    }
}

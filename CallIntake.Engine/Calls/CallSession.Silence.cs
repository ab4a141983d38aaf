using CallIntake.Engine.Conversation;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Triage;

namespace CallIntake.Engine.Calls;

/// <content>
/// A caller who says nothing may be unable to speak. A key, or voices in the background, makes the call critical; nothing at all makes it
/// high and puts it on the callback list.
/// </content>
internal sealed partial class CallSession
{
    /// <summary>An ending, or null where the caller has begun to speak and the conversation goes on.</summary>
    private async Task<CallEnding?> MeetSilenceAsync(Utterance utterance, Transcription? heard)
    {
        if (utterance.Key is not null)
        {
            return await SilentCriticalAsync();
        }

        var said = await SayAsync(Prompts.PressAnyKey, _parts.Options.Greetings, AnyKey, CallStages.Replied);
        if (said.Key is not null)
        {
            return await SilentCriticalAsync();
        }

        var background = heard is { HasSound: true };
        if (!_line.HungUp)
        {
            var limits = new RecordingLimits(TimeSpan.FromSeconds(_parts.Options.KeyWaitSeconds), TimeSpan.Zero, AnyKey);
            var waiting = await RecordPieceAsync(new Utterance(1, [], Now(), TimeSpan.Zero, null, false), 0, limits);
            if (waiting.Key is not null)
            {
                return await SilentCriticalAsync();
            }

            var later = waiting.HungUp ? await TranscribeAsync(waiting) : await HearAsync(waiting);
            background |= later.HasSound || later.Speech.Count > 0;
            if (later.HasWords)
            {
                return waiting.HungUp ? new CallEnding(CallEndingKind.HungUp, Unheard: waiting) : await AnswerAsync(waiting, later);
            }
        }

        return background ? await SilentCriticalAsync(pressedKey: false) : await SilentAsync();
    }

    private async Task<CallEnding> SilentCriticalAsync(bool pressedKey = true)
    {
        var record = SilentRecord(Urgency.Critical) with { CurrentDanger = true };
        record = record.WithHumanReason(HumanReasons.Critical).WithHumanReason(HumanReasons.Silent).WithHumanReason(HumanReasons.DoNotCallBack);
        await RecordTriageAsync(record, pressedKey ? "key_in_silence" : "sounds_in_silence", TimeSpan.Zero);
        if (_line.HungUp)
        {
            return new CallEnding(CallEndingKind.HungUp);
        }

        // Nothing is said: somebody who must not be heard may stand beside the telephone.
        return new CallEnding(CallEndingKind.HandOver, null, pressedKey ? HumanReasons.DoNotCallBack : HumanReasons.Silent);
    }

    private async Task<CallEnding> SilentAsync()
    {
        if (_line.HungUp)
        {
            return new CallEnding(CallEndingKind.Abandoned);
        }

        await RecordTriageAsync(SilentRecord(Urgency.High).WithHumanReason(HumanReasons.Silent), "silence", TimeSpan.Zero);
        var said = await SayAsync(Prompts.NotHeard, _parts.Options.Greetings, AnyKey, CallStages.Replied);
        return said.Key is not null ? await SilentCriticalAsync() : new CallEnding(CallEndingKind.Silent, null, HumanReasons.Silent);
    }

    private TriageRecord SilentRecord(Urgency urgency) => UnspokenRecord(urgency, Categories.SilentCall);

    private TriageRecord UnspokenRecord(Urgency urgency, string category) => _parts.Triage.Assess(new TriageInput([])) with
    {
        Urgency = urgency,
        Category = category,
        RecommendedDepartment = Departments.Police,
        Summary = string.Empty,
        Confidence = new TriageConfidence(1, 1, 0, 1),
        NeedsHuman = true,
        NeedsHumanReasons = [],
    };
}

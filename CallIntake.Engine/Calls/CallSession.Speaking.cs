using CallIntake.Engine.Conversation;

namespace CallIntake.Engine.Calls;

/// <content>What the machine says.</content>
internal sealed partial class CallSession
{
    /// <summary>Says a phrase in the caller's language.</summary>
    private Task<PlaybackResult> SayAsync(string key, string interruptKeys = "") => SayAsync(key, [_language], interruptKeys, CallStages.Replied);

    /// <summary>Says a phrase in several languages one after the other; a key or a hang-up ends it.</summary>
    private async Task<PlaybackResult> SayAsync(string key, IReadOnlyList<string> languages, string interruptKeys, string stage)
    {
        var at = Now();
        var result = new PlaybackResult(PlaybackOutcome.Finished);
        var said = new List<string>();
        foreach (var language in languages)
        {
            await ArmAsync();
            said.Add(_parts.Voice.PromptText(key, language));
            result = await PlayPromptAsync(key, language, interruptKeys);
            if (result.Outcome is PlaybackOutcome.HungUp or PlaybackOutcome.Interrupted)
            {
                break;
            }
        }

        var turn = new CallTurn(Speaker.Intake, -1, string.Join(' ', said), at, languages.Count == 1 ? languages[0] : "mixed", PromptKey: key);
        await RecordTurnAsync(turn, stage, new { outcome = result.Outcome, key = result.Key?.ToString() });
        return result;
    }

    private async Task<PlaybackResult> PlayPromptAsync(string key, string language, string interruptKeys)
    {
        var path = _parts.Voice.FindPrompt(key, language);
        var result = path is null ? new PlaybackResult(PlaybackOutcome.Failed) : await _line.PlayAsync(path, interruptKeys);
        if (result.Outcome == PlaybackOutcome.Failed)
        {
            _parts.Logger.PromptMissing(_call.Id, key, language);
        }

        return result;
    }

    /// <summary>Reads the address back and asks whether it is right; false where no voice could speak it.</summary>
    private async Task<(bool Spoken, PlaybackResult Result)> ReadBackAsync(string spokenAddress)
    {
        var path = await _parts.Voice.SpeakAsync(spokenAddress, _language, _line.HungUpToken);
        if (path is null)
        {
            return (false, default);
        }

        var at = Now();
        await ArmAsync();
        var result = await PlayPromptAsync(Prompts.ConfirmBefore, _language, "012");
        if (result.Outcome is PlaybackOutcome.Finished or PlaybackOutcome.Failed)
        {
            result = await _line.PlayAsync(path, "012");
        }

        if (result.Outcome is PlaybackOutcome.Finished or PlaybackOutcome.Failed)
        {
            result = await PlayPromptAsync(Prompts.ConfirmAfter, _language, "012");
        }

        var text = $"{_parts.Voice.PromptText(Prompts.ConfirmBefore, _language)} {spokenAddress}. {_parts.Voice.PromptText(Prompts.ConfirmAfter, _language)}";
        await RecordTurnAsync(new CallTurn(Speaker.Intake, -1, text, at, _language, PromptKey: Prompts.ConfirmBefore), CallStages.Replied);
        return (true, result);
    }
}

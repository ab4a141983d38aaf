using CallIntake.Engine.Conversation;
using CallIntake.Engine.Speech;

namespace CallIntake.Engine.Calls;

/// <content>How the caller is recorded and heard.</content>
internal sealed partial class CallSession
{
    private string? LastQuestion => _dialogue.Asked is [.., var last] ? last : null;

    /// <summary>
    /// Records a turn until the caller has said something, pressed a key, hung up, or been silent for the configured time.
    /// RECORD FILE ends after the end silence even where nobody has spoken yet, so a slow caller is given several recordings.
    /// </summary>
    private async Task<(Utterance Utterance, Transcription? Heard)> ListenAsync(int turn)
    {
        var waited = TimeSpan.Zero;
        for (var piece = 0; ;)
        {
            await ShowAsync(CallActivity.Listening);
            var utterance = await RecordUtteranceAsync(turn, piece);
            if (utterance.HungUp)
            {
                return (utterance, null);
            }

            var heard = utterance.Pieces.Count == 0 ? null : await HearAsync(utterance);
            waited += utterance.Elapsed;
            piece += utterance.Pieces.Count;
            if (heard is { HasWords: true } or { Speech.Count: > 0 } || utterance.Key is not null
                || waited >= TimeSpan.FromSeconds(_parts.Options.InitialSilenceSeconds))
            {
                return (utterance, heard);
            }
        }
    }

    /// <summary>Records one utterance; a long one in several pieces without a pause between them.</summary>
    private async Task<Utterance> RecordUtteranceAsync(int turn, int firstPiece)
    {
        var options = _parts.Options;
        var maximum = TimeSpan.FromSeconds(options.RecordingPieceSeconds);
        var limits = new RecordingLimits(maximum, TimeSpan.FromSeconds(options.EndSilenceSeconds), AnyKey);
        var utterance = new Utterance(turn, [], Now(), TimeSpan.Zero, null, false);
        do
        {
            ThrowIfStopping();
            utterance = await RecordPieceAsync(utterance, firstPiece, limits);
        }
        while (utterance is { Key: null, HungUp: false } && IsCutByMaximum(utterance, maximum)
            && utterance.Elapsed < TimeSpan.FromSeconds(options.LongestUtteranceSeconds));
        return utterance;
    }

    private async Task<Utterance> RecordPieceAsync(Utterance utterance, int firstPiece, RecordingLimits limits)
    {
        await ArmAsync();
        var path = _parts.Recordings.TurnPath(_call, utterance.Turn, firstPiece + utterance.Pieces.Count);
        var result = await _line.RecordAsync(path, limits);
        if (result.Outcome == RecordingOutcome.Failed)
        {
            throw new CallPartException("recording", "The line could not record the caller.");
        }

        await RecordAsync(call => call, CallStages.Recorded, _ => new
        {
            turn = utterance.Turn,
            file = Path.GetFileName(path),
            outcome = result.Outcome,
            key = result.Key?.ToString(),
            seconds = Math.Round(result.Elapsed.TotalSeconds, 2),
        });
        return utterance with
        {
            // A caller who hangs up as the recording begins leaves no file.
            Pieces = result.Outcome == RecordingOutcome.HungUp && !File.Exists(path) ? utterance.Pieces : [.. utterance.Pieces, path],
            Elapsed = utterance.Elapsed + result.Elapsed,
            Key = result.Key,
            HungUp = result.Outcome == RecordingOutcome.HungUp || _line.HungUp,
        };
    }

    // Asterisk says (timeout) for the silence and for the longest time alike; only the clock tells them apart.
    private static bool IsCutByMaximum(Utterance utterance, TimeSpan maximum) =>
        utterance.Elapsed >= (maximum * utterance.Pieces.Count) - TimeSpan.FromMilliseconds(300);

    private async Task<Transcription> HearAsync(Utterance utterance)
    {
        await ShowAsync(CallActivity.Recognizing);
        await ArmAsync();
        var hearing = TranscribeAsync(utterance);
        var patience = Task.Delay(TimeSpan.FromSeconds(_parts.Options.HoldOnSeconds), _parts.Time, _line.HungUpToken);
        if (await Task.WhenAny(hearing, patience) != hearing && !_line.HungUp)
        {
            await SayAsync(Prompts.HoldOn);
            await ArmAsync();
        }

        return await hearing;
    }

    /// <summary>Hears a recorded utterance. A hang-up does not stop it: what was said counts.</summary>
    private async Task<Transcription> TranscribeAsync(Utterance utterance)
    {
        try
        {
            var path = utterance.Pieces.Count == 1 ? utterance.Pieces[0] : await TurnAudio.JoinAsync(utterance.Pieces);
            var request = new RecognitionRequest(_languageKnown ? _language : null, Urgent: _call.Urgency >= Triage.Urgency.High);
            var heard = await _parts.Transcriber.TranscribeAsync(path, request, CancellationToken.None);
            _parts.Metrics.Recognized(heard.Recognition.Recognizer, heard.Elapsed, heard.Duration);
            return heard;
        }
        catch (Exception exception) when (exception is SpeechException or IOException or UnauthorizedAccessException)
        {
            throw new CallPartException("recognition", exception.Message, exception);
        }
    }

    private void ThrowIfStopping()
    {
        if (_line.StoppingToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The host stops.", _line.StoppingToken);
        }
    }
}

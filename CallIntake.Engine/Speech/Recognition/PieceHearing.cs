using CallIntake.Engine.Speech.Hints;
using CallIntake.Engine.Speech.Text;

namespace CallIntake.Engine.Speech.Recognition;

/// <summary>Hears the pieces of one recording one after the other.</summary>
/// <param name="audio">The recording.</param>
/// <param name="speech">Where somebody speaks, at least one stretch.</param>
/// <param name="hints">Words that are likely where the request names none.</param>
internal sealed class PieceHearing(SpeechAudio audio, IReadOnlyList<SpeechSegment> speech, SpeechHints hints)
{
    private readonly IReadOnlyList<SpeechSegment> _pieces = SpeechPieces.Cut(audio, speech);

    /// <summary>Parts that could not be heard the last time.</summary>
    public IReadOnlyList<MissingSpeech> Missing { get; private set; } = [];

    /// <summary>Hears all pieces.</summary>
    /// <param name="chain">Who hears.</param>
    /// <param name="request">What is known beforehand.</param>
    /// <param name="offline">
    /// Null for a turn of a call: it fails with its first piece that does, because a person should hear what the machine could not. Else a
    /// piece that fails is missing from the text, and progress is told.
    /// </param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SpeechException">No piece could be heard, or one of a call.</exception>
    public async Task<Hearing> HearAsync(
        RecognizerChain chain, RecognitionRequest request, IProgress<HearingProgress>? offline, CancellationToken cancellationToken)
    {
        request = request with { Hints = request.Hints ?? hints.Of(chain.Language) };
        var parts = new List<(SpeechSegment, SpeechRecognition)>();
        var missing = new List<MissingSpeech>();
        var understood = true;
        foreach (var piece in _pieces)
        {
            try
            {
                var heard = await chain.HearAsync(SpeechPieces.Slice(audio, piece), request, cancellationToken);
                var part = LanguageJudge.Weigh(InventionGuard.Check(heard.Recognition), SpeechPieces.SpeechIn(piece, speech));
                parts.Add((piece, part));
                understood &= Hearing.IsUnderstood(part, heard.Languages);
            }
            catch (SpeechException exception) when (offline is not null && (parts.Count > 0 || missing.Count + 1 < _pieces.Count))
            {
                missing.Add(new MissingSpeech(piece.Start, piece.End, exception.Message));
            }

            offline?.Report(new HearingProgress(TimeSpan.FromSeconds(piece.End), audio.Duration));
        }

        Missing = missing;
        return new Hearing(RecognitionJoin.Join(parts), understood);
    }
}

using System.Diagnostics;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Text;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Recognition;

/// <summary>
/// Hears a turn: finds the speech, cuts it into pieces, asks the chain of the language, asks the chain of the other language where
/// that one did not understand, and takes invented text out. Thread-safe.
/// </summary>
internal sealed class Transcriber(
    IVoiceActivityDetector voiceActivity,
    RecognizerChains chains,
    IOptions<RecognitionOptions> options,
    SpeechMetrics metrics) : ITranscriber
{
    private static readonly string[] Others = ["kk", "ru"];

    /// <inheritdoc />
    public Task<Transcription> TranscribeAsync(string wavPath, RecognitionRequest request, CancellationToken cancellationToken) =>
        TranscribeAsync(wavPath, chains.Of(request.Language ?? options.Value.FirstLanguage), request, cancellationToken);

    /// <summary>Hears a recording with a given chain.</summary>
    internal async Task<Transcription> TranscribeAsync(
        string wavPath, RecognizerChain chain, RecognitionRequest request, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var audio = WavReader.Read(wavPath);
        var transcription = chain.HearsSilence
            ? await ReadAsync(audio, chain, request, cancellationToken)
            : await ListenAsync(audio, chain, request, cancellationToken);
        var timed = transcription with { Elapsed = Stopwatch.GetElapsedTime(started) };
        metrics.Heard(timed);
        return timed;
    }

    private static async Task<Transcription> ReadAsync(
        SpeechAudio audio, RecognizerChain chain, RecognitionRequest request, CancellationToken cancellationToken)
    {
        var heard = await chain.HearAsync(audio, request, cancellationToken);
        var spoken = heard.Recognition.Text.Length > 0;
        return new Transcription(
            heard.Recognition,
            spoken ? [new SpeechSegment(0, audio.Duration.TotalSeconds)] : [],
            spoken || AudioLevel.HasSound(audio),
            audio.Duration,
            Hearing.IsUnderstood(heard.Recognition, heard.Languages),
            TimeSpan.Zero);
    }

    private async Task<Transcription> ListenAsync(
        SpeechAudio audio, RecognizerChain chain, RecognitionRequest request, CancellationToken cancellationToken)
    {
        var speech = voiceActivity.Detect(audio);
        if (speech.Count == 0)
        {
            return new Transcription(SpeechRecognition.Nothing("silence"), speech, AudioLevel.HasSound(audio), audio.Duration, true, TimeSpan.Zero);
        }

        var pieces = SpeechPieces.Cut(audio, speech);
        var heard = await HearAsync(audio, speech, pieces, chain, request, cancellationToken);
        // Who is not understood speaks Kazakh to a recogniser of Russian alone, or turned back to Russian in a call that was Kazakh so far.
        foreach (var other in Others)
        {
            if (!heard.Understood && chains.Of(other).Fit() is { } fit && !fit.Contains(heard.Recognition.Recognizer))
            {
                heard = await HearAgainAsync(audio, speech, pieces, fit, request with { Language = other }, heard, cancellationToken);
            }
        }

        return new Transcription(heard.Recognition, speech, true, audio.Duration, heard.Understood, TimeSpan.Zero);
    }

    private static async Task<Hearing> HearAsync(
        SpeechAudio audio,
        IReadOnlyList<SpeechSegment> speech,
        IReadOnlyList<SpeechSegment> pieces,
        RecognizerChain chain,
        RecognitionRequest request,
        CancellationToken cancellationToken)
    {
        var parts = new List<(SpeechSegment, SpeechRecognition)>();
        var understood = true;
        foreach (var piece in pieces)
        {
            var heard = await chain.HearAsync(SpeechPieces.Slice(audio, piece), request, cancellationToken);
            var part = LanguageJudge.Weigh(InventionGuard.Check(heard.Recognition), SpeechPieces.SpeechIn(piece, speech));
            parts.Add((piece, part));
            understood &= Hearing.IsUnderstood(part, heard.Languages);
        }

        return new Hearing(RecognitionJoin.Join(parts), understood);
    }

    private static async Task<Hearing> HearAgainAsync(
        SpeechAudio audio,
        IReadOnlyList<SpeechSegment> speech,
        IReadOnlyList<SpeechSegment> pieces,
        RecognizerChain chain,
        RecognitionRequest request,
        Hearing first,
        CancellationToken cancellationToken)
    {
        try
        {
            var again = await HearAsync(audio, speech, pieces, chain, request, cancellationToken);
            return again is { Understood: true, Recognition.Text.Length: > 0 } ? again : first;
        }
        catch (SpeechException)
        {
            // Logged where it failed; the first text stays, marked as not understood.
            return first;
        }
    }
}

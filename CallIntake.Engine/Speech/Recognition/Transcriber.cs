using System.Diagnostics;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Text;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Recognition;

/// <summary>
/// Hears a turn: finds the speech, cuts it into pieces, asks the chain of the language, asks the Kazakh chain where the words turn out to
/// be Kazakh, and takes invented text out. Thread-safe.
/// </summary>
internal sealed class Transcriber(
    IVoiceActivityDetector voiceActivity,
    RecognizerChains chains,
    IOptions<RecognitionOptions> options,
    SpeechMetrics metrics) : ITranscriber
{
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
            IsUnderstood(heard),
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
        var heard = await HearAsync(audio, pieces, chain, request, cancellationToken);
        if (NeedsKazakh(heard) && chains.Of("kk").Fit() is { } kazakh && !kazakh.Contains(heard.Recognition.Recognizer))
        {
            heard = await HearAgainAsync(audio, pieces, kazakh, request, heard, cancellationToken);
        }

        return new Transcription(heard.Recognition, speech, true, audio.Duration, IsUnderstood(heard), TimeSpan.Zero);
    }

    private static async Task<ChainResult> HearAsync(
        SpeechAudio audio, IReadOnlyList<SpeechSegment> pieces, RecognizerChain chain, RecognitionRequest request, CancellationToken cancellationToken)
    {
        var parts = new List<(SpeechSegment, SpeechRecognition)>();
        IEnumerable<string>? languages = null;
        foreach (var piece in pieces)
        {
            var heard = await chain.HearAsync(SpeechPieces.Slice(audio, piece), request, cancellationToken);
            parts.Add((piece, InventionGuard.Check(heard.Recognition)));
            languages = languages?.Intersect(heard.Languages, StringComparer.Ordinal) ?? heard.Languages;
        }

        return new ChainResult(RecognitionJoin.Join(parts), (languages ?? []).ToArray());
    }

    private static async Task<ChainResult> HearAgainAsync(
        SpeechAudio audio,
        IReadOnlyList<SpeechSegment> pieces,
        RecognizerChain kazakh,
        RecognitionRequest request,
        ChainResult first,
        CancellationToken cancellationToken)
    {
        try
        {
            return await HearAsync(audio, pieces, kazakh, request with { Language = "kk" }, cancellationToken);
        }
        catch (SpeechException)
        {
            // Logged where it failed; the first text stays, marked as not understood.
            return first;
        }
    }

    private static bool NeedsKazakh(ChainResult heard) => heard.Recognition.Text.Length > 0 && !IsUnderstood(heard);

    private static bool IsUnderstood(ChainResult heard) => heard.Recognition.Language switch
    {
        null => true,
        "mixed" => heard.Languages.Contains("ru", StringComparer.Ordinal) && heard.Languages.Contains("kk", StringComparer.Ordinal),
        var language => heard.Languages.Contains(language, StringComparer.Ordinal),
    };
}

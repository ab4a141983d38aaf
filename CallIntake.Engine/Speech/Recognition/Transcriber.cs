using System.Diagnostics;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Hints;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Recognition;

/// <summary>
/// Hears a turn: finds the speech, cuts it into pieces, asks the chain of the language, asks the chain of the other language where
/// that one did not understand, and takes invented text out. Thread-safe.
/// </summary>
internal sealed class Transcriber(
    IVoiceActivityDetector voiceActivity,
    RecognizerChains chains,
    OfflineChains offlineChains,
    SpeechHints hints,
    IOptions<RecognitionOptions> options,
    SpeechMetrics metrics) : ITranscriber
{
    private static readonly string[] Others = ["kk", "ru"];

    /// <inheritdoc />
    public Task<Transcription> TranscribeAsync(string wavPath, RecognitionRequest request, CancellationToken cancellationToken) =>
        TranscribeAsync(wavPath, chains.Of(request.Language ?? options.Value.FirstLanguage), request, null, cancellationToken);

    /// <summary>Hears a recording with a given chain.</summary>
    /// <param name="wavPath">Path of the recording.</param>
    /// <param name="chain">Who hears.</param>
    /// <param name="request">What is known beforehand.</param>
    /// <param name="offline">Told how far it is, where no caller waits; null for a turn of a call.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal async Task<Transcription> TranscribeAsync(
        string wavPath, RecognizerChain chain, RecognitionRequest request, IProgress<HearingProgress>? offline, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var audio = WavReader.Read(wavPath, options.Value.LongestRecording);
        var transcription = chain.HearsSilence
            ? await ReadAsync(audio, chain, request, cancellationToken)
            : await ListenAsync(audio, chain, request, offline, cancellationToken);
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
        SpeechAudio audio, RecognizerChain chain, RecognitionRequest request, IProgress<HearingProgress>? offline, CancellationToken cancellationToken)
    {
        var speech = voiceActivity.Detect(audio);
        if (speech.Count == 0)
        {
            return new Transcription(SpeechRecognition.Nothing("silence"), speech, AudioLevel.HasSound(audio), audio.Duration, true, TimeSpan.Zero);
        }

        var hearing = new PieceHearing(audio, speech, hints);
        var heard = await hearing.HearAsync(chain, request, offline, cancellationToken);
        var missing = hearing.Missing;
        // Who is not understood speaks Kazakh to a recogniser of Russian alone, or turned back to Russian in a call that was Kazakh so far.
        foreach (var other in Others)
        {
            if (!heard.Understood && Chain(other, offline is not null).Fit() is { } fit && !fit.Contains(heard.Recognition.Recognizer)
                && await HearAgainAsync(hearing, fit, request with { Language = other }, offline, cancellationToken) is { } again && hearing.Missing.Count <= missing.Count)
            {
                (heard, missing) = (again, hearing.Missing);
            }
        }

        return new Transcription(heard.Recognition, speech, true, audio.Duration, heard.Understood, TimeSpan.Zero) { Missing = missing };
    }

    private RecognizerChain Chain(string language, bool offline) => offline ? offlineChains.Of(language) : chains.Of(language);

    // Null where it understood no more.
    private static async Task<Hearing?> HearAgainAsync(
        PieceHearing hearing, RecognizerChain chain, RecognitionRequest request, IProgress<HearingProgress>? offline, CancellationToken cancellationToken)
    {
        try
        {
            return await hearing.HearAsync(chain, request, offline, cancellationToken) is { Understood: true, Recognition.Text.Length: > 0 } again ? again : null;
        }
        catch (SpeechException)
        {
            // Logged where it failed; the first text stays, marked as not understood.
            return null;
        }
    }
}

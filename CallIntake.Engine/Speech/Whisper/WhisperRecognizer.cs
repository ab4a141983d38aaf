using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Providers;
using CallIntake.Engine.Speech.Recognition;
using CallIntake.Engine.Speech.Text;
using Microsoft.Extensions.Options;
using Whisper.net;

namespace CallIntake.Engine.Speech.Whisper;

/// <summary>
/// Whisper in this process. The encoder's window is fitted to the utterance; the language is decided from a decode forced to Russian and,
/// only where that is doubtful, one forced to Kazakh (Whisper's own detection costs a full window and does not know Kazakh). The language
/// a call was in so far decides which decode comes first, no more. Thread-safe:
/// decodes are bounded, the rest waits, urgent turns first.
/// </summary>
internal sealed class WhisperRecognizer(
    WhisperModel model, WhisperProcessorPool pool, WhisperPrompt prompt, IOptions<WhisperOptions> options, TimeProvider time) : ISpeechRecognizer, IDescribed
{
    /// <summary>Name in the chains.</summary>
    public const string RecognizerName = "whisper";

    private const int SampleRate = 16000;

    // Whisper refuses clips under a second; silence makes them up.
    private const int ShortestSamples = SampleRate * 11 / 10;

    // Of the first decode: a search with a beam takes two to three times as long, other temperatures more.
    private const double TimesOfBeam = 3;

    private readonly WorkGate _gate = new(WhisperThreads.Decodes(options.Value), options.Value.QueueLength);

    /// <inheritdoc />
    public string Name => RecognizerName;

    /// <inheritdoc />
    public IReadOnlyCollection<string> Languages { get; } = options.Value.Languages is { Length: > 0 } languages ? languages : ["ru"];

    private bool KnowsKazakh => Languages.Contains("kk", StringComparer.Ordinal);

    /// <inheritdoc />
    public ProviderCard Describe(string language) => new(model.Path, "MIT (OpenAI's models; a fine-tune has its own)", model.Missing, IsLocal: true);

    /// <summary>Turns that wait for a decode.</summary>
    public int Waiting => _gate.Waiting;

    /// <inheritdoc />
    public Task<SpeechRecognition> RecognizeAsync(SpeechAudio audio, RecognitionRequest request, CancellationToken cancellationToken) =>
        RecognizeAsync(audio, request, WhisperTuning.From(options.Value), cancellationToken);

    /// <summary>Recognises with other settings than the configuration's.</summary>
    internal async Task<SpeechRecognition> RecognizeAsync(
        SpeechAudio audio, RecognitionRequest request, WhisperTuning tuning, CancellationToken cancellationToken)
    {
        using var turn = await _gate.EnterAsync(request.Urgent, cancellationToken);
        var samples = Resampler.ToFloat(audio, SampleRate, 1f / 32768);
        if (samples.Length < ShortestSamples)
        {
            Array.Resize(ref samples, ShortestSamples);
        }

        var left = new DecodeTime(time, request.Until);
        return request.Language == "kk" && KnowsKazakh
            ? await HearKazakhAsync(samples, tuning, left, cancellationToken)
            : await HearRussianAsync(samples, request.Language == "ru", tuning, left, cancellationToken);
    }

    /// <summary>Loads the model and decodes a moment of noise, so that the first caller does not wait for it.</summary>
    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        using var turn = await _gate.EnterAsync(urgent: false, cancellationToken);
        await DecodeAsync(new float[ShortestSamples], "ru", 1, WhisperTuning.From(options.Value), cancellationToken);
    }

    private async Task<SpeechRecognition> HearRussianAsync(
        float[] samples, bool expected, WhisperTuning tuning, DecodeTime left, CancellationToken cancellationToken)
    {
        var neutral = options.Value.DoubtfulConfidence;
        var heard = await HearAsync(samples, "ru", tuning, left, cancellationToken);
        var isDoubtful = LanguageJudge.Russian(heard.Text, heard.Confidence, expected, neutral) < LanguageJudge.Doubtful
            || (KnowsKazakh && heard.Confidence < neutral);
        var asKazakh = isDoubtful && heard.Text.Length > 0 ? await HearOnceMoreAsync(samples, "kk", tuning, left, cancellationToken) : null;
        return WhisperLanguage.Decide(heard, asKazakh, expected, neutral);
    }

    private async Task<SpeechRecognition> HearKazakhAsync(float[] samples, WhisperTuning tuning, DecodeTime left, CancellationToken cancellationToken)
    {
        var heard = await HearAsync(samples, "kk", tuning, left, cancellationToken);
        if (heard.Text.Length == 0)
        {
            return heard;
        }

        // Without the time for a Russian decode the Kazakh one stands.
        return !WhisperLanguage.IsKazakh(heard) && await HearOnceMoreAsync(samples, "ru", tuning, left, cancellationToken) is { } asRussian
            ? WhisperLanguage.Decide(asRussian, heard, false, options.Value.DoubtfulConfidence)
            : WhisperLanguage.AsKazakh(heard);
    }

    private Task<SpeechRecognition?> HearOnceMoreAsync(
        float[] samples, string language, WhisperTuning tuning, DecodeTime left, CancellationToken cancellationToken) =>
        left.TryAsync(1, token => DecodeAsync(samples, language, 1, tuning, token), cancellationToken);

    // A search with a beam reads better and costs a whole decode more: only for a doubtful text, and not while others wait.
    private async Task<SpeechRecognition> HearAsync(
        float[] samples, string language, WhisperTuning tuning, DecodeTime left, CancellationToken cancellationToken)
    {
        if (tuning.BeamBelow >= 1)
        {
            return await DecodeAsync(samples, language, tuning.BeamSize, tuning, cancellationToken);
        }

        var greedy = await DecodeAsync(samples, language, 1, tuning, cancellationToken);
        return greedy.Confidence >= tuning.BeamBelow || greedy.Text.Length == 0 || Waiting > 0
            ? greedy
            : await HearAgainAsync(greedy, samples, language, tuning, left, cancellationToken);
    }

    private async Task<SpeechRecognition> HearAgainAsync(
        SpeechRecognition greedy, float[] samples, string language, WhisperTuning tuning, DecodeTime left, CancellationToken cancellationToken)
    {
        var told = language == "ru" ? prompt.Text : null;
        if (await left.TryAsync(TimesOfBeam, token => DecodeAsync(samples, language, tuning.BeamSize, tuning, token, told), cancellationToken) is not { } careful)
        {
            return greedy;
        }

        careful = told is null ? careful : PromptGuard.Check(greedy, careful, prompt.Words);
        if (careful.Confidence <= greedy.Confidence)
        {
            return greedy;
        }

        // A search can make any sound into probable Russian. What did not look like it at first is not trusted more for that.
        return language == "ru" && LanguageJudge.Russian(greedy.Text, greedy.Confidence, expected: false, options.Value.DoubtfulConfidence) < LanguageJudge.Doubtful
            ? careful with { Confidence = greedy.Confidence }
            : careful;
    }

    private async Task<SpeechRecognition> DecodeAsync(
        float[] samples, string language, int beam, WhisperTuning tuning, CancellationToken cancellationToken, string? told = null)
    {
        var window = WhisperWindow.For(TimeSpan.FromSeconds((double)samples.Length / SampleRate), tuning.MinimumWindow, beam);
        var kind = new WhisperDecoding(window, language, beam, told);
        var processor = await pool.RentAsync(kind, cancellationToken);
        var segments = new List<SegmentData>();
        try
        {
            // The native decode runs on a pool thread of its own; the caller's thread never waits in it.
            await foreach (var segment in processor.ProcessAsync(samples, cancellationToken))
            {
                segments.Add(segment);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await processor.DisposeAsync();
            throw new SpeechException($"{Name}: {model.Name} failed: {exception.Message}", exception);
        }
        catch (OperationCanceledException)
        {
            await processor.DisposeAsync();
            throw;
        }

        await pool.ReturnAsync(kind, processor);
        return ToRecognition(segments, language);
    }

    private SpeechRecognition ToRecognition(List<SegmentData> segments, string language)
    {
        var text = string.Join(' ', segments.Select(segment => segment.Text.Trim()).Where(part => part.Length > 0));
        var heard = new SpeechRecognition(text, language, 0, WhisperWords.Confidence(segments), WhisperWords.From(segments), $"{Name} {model.Name}");
        return TextFold.Fold(text).Length == 0 ? SpeechRecognition.Nothing(heard.Recognizer) : InventionGuard.Check(heard);
    }
}

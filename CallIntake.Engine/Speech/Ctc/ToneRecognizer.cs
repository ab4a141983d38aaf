using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Providers;
using CallIntake.Engine.Speech.Recognition;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Ctc;

/// <summary>T-one by ONNX Runtime: Russian telephone speech as it is, at 8 kHz. Thread-safe: runs are bounded, urgent turns first.</summary>
internal sealed class ToneRecognizer(ToneModel model, IOptions<ToneOptions> options) : ISpeechRecognizer, IDescribed
{
    /// <summary>Name in the chains.</summary>
    public const string RecognizerName = "tone";

    private const int QueueLength = 64;

    private readonly WorkGate _gate = new(CtcFiles.Runs(options.Value.Runs, options.Value.Threads), QueueLength);

    /// <inheritdoc />
    public string Name => RecognizerName;

    /// <inheritdoc />
    public IReadOnlyCollection<string> Languages { get; } = ["ru"];

    /// <inheritdoc />
    public ProviderCard Describe(string language) => new(options.Value.Folder, "Apache-2.0", model.Missing, IsLocal: true);

    /// <inheritdoc />
    public async Task<SpeechRecognition> RecognizeAsync(SpeechAudio audio, RecognitionRequest request, CancellationToken cancellationToken)
    {
        using var turn = await _gate.EnterAsync(request.Urgent, cancellationToken);
        var words = await Task.Run(() => Hear(audio, cancellationToken), cancellationToken);
        return CtcRecognition.From(words, kazakh: false, $"{Name} t-one", request.Language);
    }

    private IReadOnlyList<RecognizedWord> Hear(SpeechAudio audio, CancellationToken cancellationToken)
    {
        var stream = model.Open();
        var samples = Resampler.To(audio, ToneStream.SampleRate).Samples;
        for (var start = 0; start < samples.Length; start += ToneStream.SampleRate)
        {
            cancellationToken.ThrowIfCancellationRequested();
            stream.Add(samples.Span[start..Math.Min(samples.Length, start + ToneStream.SampleRate)]);
        }

        return stream.Finish();
    }
}

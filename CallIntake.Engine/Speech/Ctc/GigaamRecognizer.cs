using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Providers;
using CallIntake.Engine.Speech.Recognition;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Ctc;

/// <summary>
/// GigaAM by ONNX Runtime. The Multilingual edition hears Russian and Kazakh without being told which; v3 hears Russian. Lower case, no
/// punctuation. Thread-safe: runs are bounded, the rest waits, urgent turns first.
/// </summary>
internal sealed class GigaamRecognizer(GigaamModel model, IOptions<GigaamOptions> options) : ISpeechRecognizer, IDescribed
{
    /// <summary>Name in the chains.</summary>
    public const string RecognizerName = "gigaam";

    private const int QueueLength = 64;
    private static readonly string[] RussianOnly = ["ru"];
    private static readonly string[] Both = ["ru", "kk"];

    private readonly WorkGate _gate = new(CtcFiles.Runs(options.Value.Runs, options.Value.Threads), QueueLength);

    /// <inheritdoc />
    public string Name => RecognizerName;

    /// <inheritdoc />
    public IReadOnlyCollection<string> Languages
    {
        get
        {
            try
            {
                return model.Vocabulary.HasKazakh ? Both : RussianOnly;
            }
            catch (SpeechException)
            {
                // Hearing says what is wrong with the model; it is fit for nothing until then.
                return [];
            }
        }
    }

    /// <inheritdoc />
    public ProviderCard Describe(string language) => new(options.Value.Folder, "MIT", model.Missing, IsLocal: true);

    /// <inheritdoc />
    public async Task<SpeechRecognition> RecognizeAsync(SpeechAudio audio, RecognitionRequest request, CancellationToken cancellationToken)
    {
        using var turn = await _gate.EnterAsync(request.Urgent, cancellationToken);
        var words = await Task.Run(() => model.Spell(Resampler.ToFloat(audio, GigaamModel.SampleRate, 1f / 32768)), cancellationToken);
        return CtcRecognition.From(words, model.Vocabulary.HasKazakh, $"{Name} {model.Name}", request.Language);
    }
}

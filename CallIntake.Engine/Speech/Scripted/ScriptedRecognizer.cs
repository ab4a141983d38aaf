using CallIntake.Engine.Speech.Providers;
using CallIntake.Engine.Speech.Recognition;
using CallIntake.Engine.Speech.Text;

namespace CallIntake.Engine.Speech.Scripted;

/// <summary>
/// Hears what is written in NAME.txt beside the recording NAME.wav; for tests and load. A missing text is silence. The first line may be a
/// header, <c>#lang kk #confidence 0.4</c>. Thread-safe.
/// </summary>
internal sealed class ScriptedRecognizer : ISpeechRecognizer, IHearsSilence, IDescribed
{
    /// <summary>Name in the chains.</summary>
    public const string RecognizerName = "scripted";

    /// <inheritdoc />
    public string Name => RecognizerName;

    /// <inheritdoc />
    public IReadOnlyCollection<string> Languages { get; } = ["ru", "kk"];

    /// <inheritdoc />
    public ProviderCard Describe(string language) => new("texts beside the recordings", "part of the product", IsLocal: true);

    /// <inheritdoc />
    public async Task<SpeechRecognition> RecognizeAsync(SpeechAudio audio, RecognitionRequest request, CancellationToken cancellationToken)
    {
        var path = Path.ChangeExtension(
            audio.Path ?? throw new SpeechException($"{Name}: the audio did not come from a file, so no text lies beside it."), ".txt");
        if (!File.Exists(path))
        {
            return SpeechRecognition.Nothing(Name);
        }

        try
        {
            var script = Script.Parse(await File.ReadAllTextAsync(path, cancellationToken));
            return Recognition(script, audio.Duration.TotalSeconds, request.Language);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new SpeechException($"{Name}: {path}: {exception.Message}", exception);
        }
    }

    private static SpeechRecognition Recognition(Script script, double duration, string? expected)
    {
        if (script.Text.Length == 0)
        {
            return SpeechRecognition.Nothing(RecognizerName);
        }

        var words = script.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var length = duration / words.Length;
        var timed = words.Select((word, i) => new RecognizedWord(word, i * length, (i + 1) * length, script.Confidence)).ToArray();
        var language = script.Language ?? LanguageJudge.ByLetters(script.Text) ?? expected;
        return new SpeechRecognition(script.Text, language, 1, script.Confidence, timed, RecognizerName);
    }
}

using CallIntake.Engine.Speech;

namespace CallIntake.Tests.Speech.Recognition;

/// <summary>A recogniser that does what a test says.</summary>
internal sealed class FakeRecognizer(string name, Func<RecognitionRequest, CancellationToken, Task<SpeechRecognition>> hear, params string[] languages) : ISpeechRecognizer
{
    public FakeRecognizer(string name, string text, string? language, params string[] languages)
        : this(name, (_, _) => Task.FromResult(new SpeechRecognition(text, language, 1, 0.9, [], name)), languages)
    {
    }

    public string Name => name;

    public IReadOnlyCollection<string> Languages => languages;

    public List<(SpeechAudio Audio, RecognitionRequest Request)> Asked { get; } = [];

    public Task<SpeechRecognition> RecognizeAsync(SpeechAudio audio, RecognitionRequest request, CancellationToken cancellationToken)
    {
        lock (Asked)
        {
            Asked.Add((audio, request));
        }

        return hear(request, cancellationToken);
    }

    public static FakeRecognizer Failing(string name) => new(name, (_, _) => throw new SpeechException($"{name}: broken"), "ru");
}

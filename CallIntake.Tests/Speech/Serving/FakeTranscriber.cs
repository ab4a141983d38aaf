using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;

namespace CallIntake.Tests.Speech.Serving;

/// <summary>Hears what a test says, and keeps what it was asked.</summary>
internal sealed class FakeTranscriber : ITranscriber
{
    public bool Fails { get; set; }

    public SpeechRecognition? Says { get; set; }

    public bool Understood { get; set; } = true;

    public RecognitionRequest? Asked { get; private set; }

    public TimeSpan Duration { get; private set; }

    public string? Path { get; private set; }

    public Task<Transcription> TranscribeAsync(string wavPath, RecognitionRequest request, CancellationToken cancellationToken)
    {
        (Asked, Path) = (request, wavPath);
        Duration = WavReader.Read(wavPath).Duration;
        RecognizedWord[] words = [new RecognizedWord("Да,", 0.1, 0.4, 0.9), new RecognizedWord("верно.", 0.5, 1, 0.7)];
        return Fails
            ? throw new SpeechException("whisper: broken")
            : Task.FromResult(new Transcription(Says ?? new SpeechRecognition("Да, верно.", "ru", 1, 0.8, words, "fake"), [new(0, 1)], true, Duration, Understood, TimeSpan.Zero));
    }
}

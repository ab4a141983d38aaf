using CallIntake.Engine.Speech.Whisper;

namespace CallIntake.Engine.Speech.Recognition;

/// <summary>The embedded recogniser with other settings than the configuration's, for measuring.</summary>
internal sealed class TunedWhisper(WhisperRecognizer whisper, WhisperTuning tuning) : ISpeechRecognizer
{
    /// <inheritdoc />
    public string Name => whisper.Name;

    /// <inheritdoc />
    public IReadOnlyCollection<string> Languages => whisper.Languages;

    /// <inheritdoc />
    public Task<SpeechRecognition> RecognizeAsync(SpeechAudio audio, RecognitionRequest request, CancellationToken cancellationToken) =>
        whisper.RecognizeAsync(audio, request, tuning, cancellationToken);
}

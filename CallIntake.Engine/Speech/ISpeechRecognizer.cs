namespace CallIntake.Engine.Speech;

/// <summary>
/// One way to turn a whole utterance into text (one provider). Thread-safe; does not own the audio. Failures are
/// <see cref="SpeechException"/>; silence is an empty text, not an exception.
/// </summary>
public interface ISpeechRecognizer
{
    /// <summary>Name used in the chains of the configuration (whisper, scripted, gigaam …).</summary>
    string Name { get; }

    /// <summary>Languages it understands well enough to be trusted (ru, kk).</summary>
    IReadOnlyCollection<string> Languages { get; }

    /// <summary>Recognises one utterance.</summary>
    Task<SpeechRecognition> RecognizeAsync(SpeechAudio audio, RecognitionRequest request, CancellationToken cancellationToken);
}

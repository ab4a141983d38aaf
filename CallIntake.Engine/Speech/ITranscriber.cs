namespace CallIntake.Engine.Speech;

/// <summary>
/// Hears a recorded turn of a call: voice activity, the chain of recognisers of the language, failover, deadline, language decision and
/// the guards against invented text. Thread-safe. Throws <see cref="SpeechException"/> only when every recogniser failed.
/// </summary>
public interface ITranscriber
{
    /// <summary>Hears a WAV file.</summary>
    /// <param name="wavPath">Absolute path of the recording.</param>
    /// <param name="request">What is known beforehand.</param>
    /// <param name="cancellationToken">Ends the work; a named deadline of the configuration applies as well.</param>
    Task<Transcription> TranscribeAsync(string wavPath, RecognitionRequest request, CancellationToken cancellationToken);
}

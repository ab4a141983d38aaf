namespace CallIntake.Engine.Speech;

/// <summary>Finds speech in telephone audio. Thread-safe.</summary>
public interface IVoiceActivityDetector
{
    /// <summary>The stretches of speech, in order and not overlapping; none for silence and noise.</summary>
    IReadOnlyList<SpeechSegment> Detect(SpeechAudio audio);
}

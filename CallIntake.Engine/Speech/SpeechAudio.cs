namespace CallIntake.Engine.Speech;

/// <summary>Mono PCM of one utterance.</summary>
/// <param name="Samples">16-bit samples.</param>
/// <param name="SampleRate">Hertz; telephone recordings have 8000.</param>
/// <param name="Path">The file it was read from, absolute; null where it came from memory.</param>
public sealed record SpeechAudio(ReadOnlyMemory<short> Samples, int SampleRate, string? Path = null)
{
    /// <summary>Length of the audio.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)Samples.Length / SampleRate);
}

namespace CallIntake.Engine.Speech;

/// <summary>A stretch of speech, in seconds from the start of the audio.</summary>
public readonly record struct SpeechSegment(double Start, double End);

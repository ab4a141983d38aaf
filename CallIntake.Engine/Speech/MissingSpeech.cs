namespace CallIntake.Engine.Speech;

/// <summary>A part of a recording that no recogniser could hear.</summary>
/// <param name="Start">Seconds from the start of the recording.</param>
/// <param name="End">Seconds from the start of the recording.</param>
/// <param name="Cause">Why.</param>
public sealed record MissingSpeech(double Start, double End, string Cause);

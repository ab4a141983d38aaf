namespace CallIntake.Engine.Speech;

/// <summary>One recognised word.</summary>
/// <param name="Text">The word without surrounding spaces.</param>
/// <param name="Start">Seconds from the start of the audio.</param>
/// <param name="End">Seconds from the start of the audio.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record RecognizedWord(string Text, double Start, double End, double Confidence);

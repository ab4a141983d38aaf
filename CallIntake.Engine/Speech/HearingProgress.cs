namespace CallIntake.Engine.Speech;

/// <summary>How far a long recording has been heard.</summary>
/// <param name="Heard">Up to where.</param>
/// <param name="Duration">Length of the recording.</param>
public readonly record struct HearingProgress(TimeSpan Heard, TimeSpan Duration);

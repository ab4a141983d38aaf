namespace CallIntake.Engine.Calls;

/// <summary>How a recording ended.</summary>
/// <param name="Outcome">The way.</param>
/// <param name="Key">The key that ended it.</param>
/// <param name="Elapsed">How long it took on the clock (the file may be a second of silence shorter).</param>
public readonly record struct RecordingResult(RecordingOutcome Outcome, char? Key, TimeSpan Elapsed);

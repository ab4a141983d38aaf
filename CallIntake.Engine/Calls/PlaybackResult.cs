namespace CallIntake.Engine.Calls;

/// <summary>How a playback ended.</summary>
/// <param name="Outcome">Finished, cut by a key, hung up, or not playable.</param>
/// <param name="Key">The key that cut it.</param>
public readonly record struct PlaybackResult(PlaybackOutcome Outcome, char? Key = null);

namespace CallIntake.Engine.Calls;

/// <summary>A caller's turn on disk.</summary>
/// <param name="Turn">Number of the caller's turn, from 0.</param>
/// <param name="Pieces">Absolute paths of its recordings in order; none where nothing could be recorded.</param>
/// <param name="At">Seconds from the start of the call at which it begins.</param>
/// <param name="Elapsed">How long the recording took.</param>
/// <param name="Key">The key that ended it.</param>
/// <param name="HungUp">The caller hung up in it.</param>
internal sealed record Utterance(int Turn, IReadOnlyList<string> Pieces, double At, TimeSpan Elapsed, char? Key, bool HungUp);

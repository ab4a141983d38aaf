namespace CallIntake.Engine.Agi.Peer;

/// <summary>What one recording heard from its beginning to its end.</summary>
/// <param name="Samples">The sound, with the silence at the end.</param>
/// <param name="EndedBySilence">Silence ended it, not the maximum.</param>
internal sealed record RecordedVoice(short[] Samples, bool EndedBySilence);

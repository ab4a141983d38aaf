namespace CallIntake.Engine.Triage.Address;

/// <summary>What may be done by sound with the words of a part.</summary>
/// <param name="Limit">How far the sound may be from a name, as a share of the length.</param>
/// <param name="Match">The name already found.</param>
internal readonly record struct SoundLimit(double Limit, SoundMatch? Match);

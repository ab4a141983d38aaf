namespace CallIntake.Engine.Triage.Address;

/// <summary>A name that sounds like what was heard.</summary>
/// <param name="Entry">The place.</param>
/// <param name="Name">The name of it that sounds so.</param>
/// <param name="Distance">How far the sounds are apart, as a share of the length; 0 is equal.</param>
internal readonly record struct SoundMatch(GazetteerEntry Entry, string Name, double Distance);

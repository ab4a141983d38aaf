namespace CallIntake.Engine.Triage.Address.Training;

/// <summary>A labelled call to learn from.</summary>
/// <param name="Text">The caller's words.</param>
/// <param name="Parts">The parts of the address as labelled; empty where none was said.</param>
internal sealed record PlaceCase(string Text, AddressParts Parts);

namespace CallIntake.Engine.Speech.Synthesis;

/// <summary>A voice that chains may name.</summary>
internal sealed record SynthesizerRegistration(string Name);

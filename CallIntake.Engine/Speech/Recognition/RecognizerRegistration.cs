namespace CallIntake.Engine.Speech.Recognition;

/// <summary>A recogniser that chains may name.</summary>
internal sealed record RecognizerRegistration(string Name);

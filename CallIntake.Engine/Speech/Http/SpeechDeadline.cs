namespace CallIntake.Engine.Speech.Http;

/// <summary>How long a server may take for one whole answer, and where that stands in the configuration.</summary>
/// <param name="Value">The time.</param>
/// <param name="Key">Key of the configuration, for the error.</param>
internal readonly record struct SpeechDeadline(TimeSpan Value, string Key);

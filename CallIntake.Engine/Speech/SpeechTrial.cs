namespace CallIntake.Engine.Speech;

/// <summary>How the command line wants a recording heard.</summary>
/// <param name="Recognizer">Name of the only recogniser to ask; null takes the configured chain.</param>
/// <param name="Language">Language to expect (ru, kk); null for none. It is judged all the same.</param>
/// <param name="FullWindow">Whether Whisper gets its whole window of 30 s, for comparison.</param>
/// <param name="Beam">Width of Whisper's search for every turn: 1 is greedy; null as configured.</param>
public sealed record SpeechTrial(string? Recognizer = null, string? Language = null, bool FullWindow = false, int? Beam = null);

using CallIntake.Engine.Speech.Synthesis;

namespace CallIntake.Engine.Speech.Voices;

/// <summary>
/// Section <c>Speech:Command</c>: any program that reads a sentence (UTF-8) on its standard input and writes a WAV to its standard output,
/// as a list of the program and its arguments for each language; voice and rate are among the arguments.
/// </summary>
public sealed class CommandVoiceOptions : VolumeOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "Speech:Command";

    /// <summary>Program and arguments for Russian, as <c>["RHVoice-test", "-p", "Anna", "-o", "/dev/stdout"]</c>. Empty (default): none.</summary>
    public string[] Russian { get; set; } = [];

    /// <summary>Program and arguments for Kazakh. Empty (default): none.</summary>
    public string[] Kazakh { get; set; } = [];
}

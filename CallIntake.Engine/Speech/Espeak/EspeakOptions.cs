using System.ComponentModel.DataAnnotations;
using CallIntake.Engine.Speech.Synthesis;

namespace CallIntake.Engine.Speech.Espeak;

/// <summary>Section <c>Speech:Espeak</c>: the program espeak-ng, where it is installed.</summary>
public sealed class EspeakOptions : VolumeOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "Speech:Espeak";

    /// <summary>Name on PATH or path of the program. Default <c>espeak-ng</c>.</summary>
    [Required]
    public string Program { get; set; } = "espeak-ng";

    /// <summary>Words a minute, 80 to 450. Default 140: slower than the program's own, for a telephone.</summary>
    [Range(80, 450)]
    public int Rate { get; set; } = 140;

    /// <summary>Voice of Russian. Default ru.</summary>
    [Required]
    public string RussianVoice { get; set; } = "ru";

    /// <summary>Voice of Kazakh. Default kk.</summary>
    [Required]
    public string KazakhVoice { get; set; } = "kk";

    /// <summary>Words a minute of Russian, 80 to 450. Default: <see cref="Rate"/>.</summary>
    [Range(80, 450)]
    public int? RussianRate { get; set; }

    /// <summary>Words a minute of Kazakh, 80 to 450. Default: <see cref="Rate"/>.</summary>
    [Range(80, 450)]
    public int? KazakhRate { get; set; }
}

using System.ComponentModel.DataAnnotations;
using CallIntake.Engine.Speech.Synthesis;

namespace CallIntake.Engine.Speech.Voices;

/// <summary>Section <c>Speech:Piper</c>: Piper's HTTP server.</summary>
public sealed class PiperOptions : VolumeOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "Speech:Piper";

    /// <summary>Address that speaks. Default <c>http://127.0.0.1:5000/synthesize</c>; older servers answer at <c>/</c>.</summary>
    [Required, Url]
    public string Endpoint { get; set; } = "http://127.0.0.1:5000/synthesize";

    /// <summary>Voice of Russian. Default ru_RU-irina-medium.</summary>
    [Required]
    public string RussianVoice { get; set; } = "ru_RU-irina-medium";

    /// <summary>Voice of Kazakh. Default kk_KZ-issai-high.</summary>
    [Required]
    public string KazakhVoice { get; set; } = "kk_KZ-issai-high";

    /// <summary>Length of sounds, 0.5 (fast) to 2 (slow). Default 1.1.</summary>
    [Range(0.5, 2)]
    public double LengthScale { get; set; } = 1.1;

    /// <summary>Address that speaks Russian. Default: <see cref="Endpoint"/>.</summary>
    [Url]
    public string? RussianEndpoint { get; set; }

    /// <summary>Address that speaks Kazakh. Default: <see cref="Endpoint"/>.</summary>
    [Url]
    public string? KazakhEndpoint { get; set; }

    /// <summary>Length of sounds in Russian, 0.5 to 2. Default: <see cref="LengthScale"/>.</summary>
    [Range(0.5, 2)]
    public double? RussianLengthScale { get; set; }

    /// <summary>Length of sounds in Kazakh, 0.5 to 2. Default: <see cref="LengthScale"/>.</summary>
    [Range(0.5, 2)]
    public double? KazakhLengthScale { get; set; }

    /// <summary>How long the server may take to speak a sentence. Default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(2);
}

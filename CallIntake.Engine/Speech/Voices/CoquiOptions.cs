using System.ComponentModel.DataAnnotations;
using CallIntake.Engine.Speech.Synthesis;

namespace CallIntake.Engine.Speech.Voices;

/// <summary>Section <c>Speech:Coqui</c>: a Coqui TTS server (its fork by idiap is the one kept up).</summary>
public sealed class CoquiOptions : VolumeOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "Speech:Coqui";

    /// <summary>Address of the server. Default <c>http://127.0.0.1:5002</c>.</summary>
    [Required, Url]
    public string Endpoint { get; set; } = "http://127.0.0.1:5002";

    /// <summary>Speaker of a model with several; empty (default) for none.</summary>
    public string Speaker { get; set; } = string.Empty;

    /// <summary>Whether the model takes a language (ru, kk). Default false.</summary>
    public bool Multilingual { get; set; }

    /// <summary>Address of the server that speaks Russian (a server has one model). Default: <see cref="Endpoint"/>.</summary>
    [Url]
    public string? RussianEndpoint { get; set; }

    /// <summary>Address of the server that speaks Kazakh. Default: <see cref="Endpoint"/>.</summary>
    [Url]
    public string? KazakhEndpoint { get; set; }

    /// <summary>Speaker of Russian; empty for none. Default: <see cref="Speaker"/>.</summary>
    public string? RussianSpeaker { get; set; }

    /// <summary>Speaker of Kazakh; empty for none. Default: <see cref="Speaker"/>.</summary>
    public string? KazakhSpeaker { get; set; }

    /// <summary>Speed of speaking, 0.5 to 2; the server knows none, so what it sends is made shorter or longer here. Default 1.</summary>
    [Range(0.5, 2)]
    public double Speed { get; set; } = 1;

    /// <summary>Speed of Russian, 0.5 to 2. Default: <see cref="Speed"/>.</summary>
    [Range(0.5, 2)]
    public double? RussianSpeed { get; set; }

    /// <summary>Speed of Kazakh, 0.5 to 2. Default: <see cref="Speed"/>.</summary>
    [Range(0.5, 2)]
    public double? KazakhSpeed { get; set; }

    /// <summary>How long the server may take to speak a sentence. Default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(2);
}

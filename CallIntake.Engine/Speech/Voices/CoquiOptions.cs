using System.ComponentModel.DataAnnotations;

namespace CallIntake.Engine.Speech.Voices;

/// <summary>Section <c>Speech:Coqui</c>: a Coqui TTS server (its fork by idiap is the one kept up).</summary>
public sealed class CoquiOptions
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

    /// <summary>How long the server may take to speak a sentence. Default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(2);
}

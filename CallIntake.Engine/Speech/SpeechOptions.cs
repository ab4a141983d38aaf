using System.ComponentModel.DataAnnotations;

namespace CallIntake.Engine.Speech;

/// <summary>Section <c>Speech</c>: where phrases and spoken sentences lie.</summary>
public sealed class SpeechOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "Speech";

    /// <summary>Folder of prompts.tsv and of the recorded phrases LANGUAGE/KEY.wav. Default <c>prompts</c>.</summary>
    [Required]
    public string PromptsPath { get; set; } = "prompts";

    /// <summary>Folder of sentences spoken before. Default <c>data/speech-cache</c>.</summary>
    [Required]
    public string CachePath { get; set; } = "data/speech-cache";

    /// <summary>Most bytes kept there; the longest unused go first. Default 256 MiB.</summary>
    [Range(1, long.MaxValue)]
    public long CacheBytes { get; set; } = 256L * 1024 * 1024;
}

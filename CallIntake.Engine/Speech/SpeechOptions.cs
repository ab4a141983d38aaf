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

    /// <summary>
    /// Folder of spoken sentences while <see cref="CachePath"/> cannot be written; Asterisk must see it under the same path. Default: the
    /// folder <c>spoken</c> among the recordings (without recordings, in the system's temporary folder).
    /// </summary>
    public string? SparePath { get; set; }

    /// <summary>Most bytes kept in either folder; the longest unused go first. Default 256 MiB.</summary>
    [Range(1, long.MaxValue)]
    public long CacheBytes { get; set; } = 256L * 1024 * 1024;
}

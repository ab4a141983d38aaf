using System.ComponentModel.DataAnnotations;

namespace CallIntake.Engine.Speech.Recognition;

/// <summary>Section <c>Speech:Recognition</c>: which recogniser hears which language, and how long it may take.</summary>
public sealed class RecognitionOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "Speech:Recognition";

    /// <summary>Names of recognisers per language (ru, kk), tried in order. Default <c>["whisper"]</c> for both.</summary>
    public Dictionary<string, string[]> Chains { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The language a call is heard in while nothing is known. Default ru.</summary>
    [Required, RegularExpression("^(ru|kk)$")]
    public string FirstLanguage { get; set; } = "ru";

    /// <summary>How long one recogniser may take for one turn, waiting in its queue included. Default 20 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long one recogniser may take for one piece of a recording that no caller waits for (<c>transcribe</c>), waiting not included.
    /// Default 2 min.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan OfflineDeadline { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Longest recording that is heard; a longer one is refused before it is read. Default 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan LongestRecording { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The chain of a language; the default where the configuration has none.</summary>
    public IReadOnlyList<string> Chain(string language) =>
        Chains.TryGetValue(language, out var chain) && chain.Length > 0 ? chain : ["whisper"];
}

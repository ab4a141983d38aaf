using System.ComponentModel.DataAnnotations;

namespace CallIntake.Engine.Speech.Google;

/// <summary>Section <c>Speech:Google</c>: Google Speech-to-Text v1.</summary>
public sealed class GoogleSpeechOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "Speech:Google";

    /// <summary>Address. Default <c>https://speech.googleapis.com/v1</c>.</summary>
    [Required, Url]
    public string Endpoint { get; set; } = "https://speech.googleapis.com/v1";

    /// <summary>API key; where empty (default) the service account of GOOGLE_APPLICATION_CREDENTIALS is used.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>Model. Default <c>default</c>; <c>command_and_search</c> suits short answers.</summary>
    [Required]
    public string Model { get; set; } = "default";

    /// <summary>
    /// How long the service may take for one piece of a turn (16 s at most), getting a token included. Default 8 s; should be shorter than
    /// <c>Speech:Recognition:Deadline</c>, which otherwise comes first and counts nothing for the circuit breaker.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(8);
}

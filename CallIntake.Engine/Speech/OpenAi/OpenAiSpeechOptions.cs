using System.ComponentModel.DataAnnotations;
using CallIntake.Engine.Speech.Synthesis;

namespace CallIntake.Engine.Speech.OpenAi;

/// <summary>
/// Section <c>Speech:OpenAI</c>: OpenAI or any server with its interface (whisper-server, speaches, vLLM, another CallIntake).
/// </summary>
public sealed class OpenAiSpeechOptions : VolumeOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "Speech:OpenAI";

    /// <summary>Address up to and with the version. Default <c>https://api.openai.com/v1</c>.</summary>
    [Required, Url]
    public string Endpoint { get; set; } = "https://api.openai.com/v1";

    /// <summary>Key; the environment's OPENAI_API_KEY where empty. A server of one's own may need none.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>Model that hears. Default whisper-1.</summary>
    [Required]
    public string Model { get; set; } = "whisper-1";

    /// <summary>verbose_json (default) gives words and confidences; gpt-4o-transcribe knows json only.</summary>
    [RegularExpression("^(json|verbose_json)$")]
    public string ResponseFormat { get; set; } = "verbose_json";

    /// <summary>
    /// How long the server may take for one piece of a turn (16 s at most). Default 8 s; should be shorter than
    /// <c>Speech:Recognition:Deadline</c>, which otherwise comes first and counts nothing for the circuit breaker.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>
    /// Whether the likely words of <c>Speech:Hints</c> are sent as a prompt. Default false: models of Whisper's kind invent what they were
    /// told, and a server gives no second text without the prompt against which that could be checked.
    /// </summary>
    public bool Prompt { get; set; }

    /// <summary>Languages the model is fit for. Empty (default) stands for ru: stock Whisper does not hear Kazakh well enough.</summary>
    public string[] Languages { get; set; } = [];

    /// <summary>Model that speaks. Default gpt-4o-mini-tts.</summary>
    [Required]
    public string VoiceModel { get; set; } = "gpt-4o-mini-tts";

    /// <summary>Voice of Russian. Default alloy.</summary>
    [Required]
    public string RussianVoice { get; set; } = "alloy";

    /// <summary>Voice of Kazakh. Default alloy.</summary>
    [Required]
    public string KazakhVoice { get; set; } = "alloy";

    /// <summary>How long the server may take to speak a sentence. Default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan VoiceDeadline { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Speed of speaking, 0.25 to 4. Default 1.</summary>
    [Range(0.25, 4)]
    public double Speed { get; set; } = 1;

    /// <summary>Speed of Russian, 0.25 to 4. Default: <see cref="Speed"/>.</summary>
    [Range(0.25, 4)]
    public double? RussianSpeed { get; set; }

    /// <summary>Speed of Kazakh, 0.25 to 4. Default: <see cref="Speed"/>.</summary>
    [Range(0.25, 4)]
    public double? KazakhSpeed { get; set; }
}

using System.ComponentModel.DataAnnotations;

namespace CallIntake.Engine.Speech.VoiceActivity;

/// <summary>Section <c>Speech:VoiceActivity</c>: when sound counts as speech.</summary>
public sealed class VoiceActivityOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "Speech:VoiceActivity";

    /// <summary>Path of the Silero model (ONNX). Default <c>models/silero_vad.onnx</c>.</summary>
    [Required]
    public string Model { get; set; } = "models/silero_vad.onnx";

    /// <summary>Probability from which speech begins, 0 to 1. Default 0.5.</summary>
    [Range(0.05, 0.95)]
    public double Threshold { get; set; } = 0.5;

    /// <summary>Probability below which speech ends, 0 to 1. Default 0.35.</summary>
    [Range(0.01, 0.95)]
    public double EndThreshold { get; set; } = 0.35;

    /// <summary>Shorter speech is taken for a click, milliseconds. Default 160: "да" must pass.</summary>
    [Range(0, 2000)]
    public int MinimumSpeechMilliseconds { get; set; } = 160;

    /// <summary>A shorter pause does not divide speech, milliseconds. Default 300.</summary>
    [Range(0, 5000)]
    public int MinimumSilenceMilliseconds { get; set; } = 300;

    /// <summary>Added on both sides of a stretch of speech, milliseconds. Default 100.</summary>
    [Range(0, 1000)]
    public int PaddingMilliseconds { get; set; } = 100;
}

using System.ComponentModel.DataAnnotations;

namespace CallIntake.Engine.Speech.Ctc;

/// <summary>Section <c>Speech:Tone</c>: T-one, Russian telephone speech at 8 kHz, in chunks of 300 ms.</summary>
public sealed class ToneOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "Speech:Tone";

    /// <summary>Folder with model.onnx and config.json. Default <c>models/t-one</c>.</summary>
    [Required]
    public string Folder { get; set; } = "models/t-one";

    /// <summary>Threads of one run. 0 (default) takes 2, or 1 on a single core.</summary>
    [Range(0, 64)]
    public int Threads { get; set; }

    /// <summary>Turns recognised at once; the others wait, at most 64. 0 (default) takes one for every two cores.</summary>
    [Range(0, 64)]
    public int Runs { get; set; }
}

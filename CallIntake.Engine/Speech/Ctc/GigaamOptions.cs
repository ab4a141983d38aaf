using System.ComponentModel.DataAnnotations;

namespace CallIntake.Engine.Speech.Ctc;

/// <summary>Section <c>Speech:Gigaam</c>: GigaAM Multilingual (Russian and Kazakh in one model) or v3 (Russian).</summary>
public sealed class GigaamOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "Speech:Gigaam";

    /// <summary>Folder with NAME_ctc.onnx or NAME_ctc.int8.onnx (preferred) and NAME_vocab.txt. Default <c>models/gigaam</c>.</summary>
    [Required]
    public string Folder { get; set; } = "models/gigaam";

    /// <summary>
    /// A graph for ONNX Runtime that turns sound into features, for an edition with features of its own: <c>waveforms</c>,
    /// <c>waveforms_lens</c> to <c>features</c>, <c>features_lens</c>. Empty (default) computes those of v3 and Multilingual.
    /// </summary>
    public string Features { get; set; } = string.Empty;

    /// <summary>Threads of one run. 0 (default) takes 2, or 1 on a single core.</summary>
    [Range(0, 64)]
    public int Threads { get; set; }

    /// <summary>Turns recognised at once; the others wait, at most 64. 0 (default) takes one for every two cores.</summary>
    [Range(0, 64)]
    public int Runs { get; set; }
}

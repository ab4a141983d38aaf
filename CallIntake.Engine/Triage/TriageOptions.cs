using System.ComponentModel.DataAnnotations;

namespace CallIntake.Engine.Triage;

/// <summary>Where the embedded triage finds its rules and its trained model.</summary>
public sealed class TriageOptions
{
    /// <summary>Name of the section.</summary>
    public const string SectionName = "Triage";

    /// <summary>Folder of the rule files; default <c>triage/rules</c>.</summary>
    [Required]
    public string Rules { get; set; } = "triage/rules";

    /// <summary>File of the trained model; default <c>triage/model/triage.model</c>. Missing or damaged: the rules judge alone.</summary>
    [Required]
    public string Model { get; set; } = "triage/model/triage.model";

    /// <summary>From this urgency on a human must look at the call; default high.</summary>
    public Urgency HumanFrom { get; set; } = Urgency.High;
}

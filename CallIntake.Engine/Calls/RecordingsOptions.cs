using System.ComponentModel.DataAnnotations;

namespace CallIntake.Engine.Calls;

/// <summary>Where recordings lie; section <c>Recordings</c>.</summary>
public sealed class RecordingsOptions
{
    /// <summary>Name of the section.</summary>
    public const string SectionName = "Recordings";

    /// <summary>Folder that engine and Asterisk share under the same path (data/recordings).</summary>
    [Required]
    public string Path { get; set; } = "data/recordings";
}

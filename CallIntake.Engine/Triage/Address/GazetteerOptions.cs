namespace CallIntake.Engine.Triage.Address;

/// <summary>Section <c>Triage:Gazetteer</c>.</summary>
public sealed class GazetteerOptions
{
    /// <summary>Name of the section.</summary>
    public const string SectionName = "Triage:Gazetteer";

    /// <summary>
    /// File of places added to the ones that come with the product (format: docs/addresses.md); relative to the content root.
    /// Empty: none added.
    /// </summary>
    public string Path { get; set; } = string.Empty;
}

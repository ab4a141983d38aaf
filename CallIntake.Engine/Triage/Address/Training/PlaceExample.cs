using CallIntake.Engine.Triage.Address.Tagging;

namespace CallIntake.Engine.Triage.Address.Training;

/// <summary>A text with the tags it should get.</summary>
/// <param name="Text">The text.</param>
/// <param name="Tags">The tags, one a unit.</param>
/// <param name="Missing">Names of labelled parts that were not found in the words.</param>
internal sealed record PlaceExample(PlaceText Text, PlaceTag[] Tags, IReadOnlyList<string> Missing);

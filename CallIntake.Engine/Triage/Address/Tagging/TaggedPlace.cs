namespace CallIntake.Engine.Triage.Address.Tagging;

/// <summary>A text with a tag for each unit.</summary>
/// <param name="Text">The text.</param>
/// <param name="Tags">The tags, one a unit.</param>
/// <param name="Marginals">Probability of each tag at each unit.</param>
/// <param name="Known">What the gazetteer knows of each unit, see <see cref="Gazetteer.Mark"/>.</param>
internal sealed record TaggedPlace(PlaceText Text, PlaceTag[] Tags, double[] Marginals, uint[] Known)
{
    /// <summary>How sure the tag of a unit is.</summary>
    public double Sureness(int unit) => Marginals[(unit * PlaceTags.Count) + (int)Tags[unit]];

    /// <summary>Probability that a unit carries a tag.</summary>
    public double Probability(int unit, PlaceTag tag) => Marginals[(unit * PlaceTags.Count) + (int)tag];
}

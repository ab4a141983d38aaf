namespace CallIntake.Engine.Triage.Classifier;

/// <summary>Features of one kind; each group is scaled on its own, so that a long text of one kind does not drown the others.</summary>
/// <param name="Scale">Length of the group's vector.</param>
internal sealed class FeatureGroup(float scale)
{
    private readonly HashSet<uint> _seen = [];

    /// <summary>Names of the features, each once.</summary>
    public List<uint> Names { get; } = [];

    /// <summary>Value of each feature.</summary>
    public float Value => Names.Count == 0 ? 0 : scale / MathF.Sqrt(Names.Count);

    /// <summary>Adds a feature; a second time changes nothing.</summary>
    public void Add(uint name)
    {
        if (_seen.Add(name))
        {
            Names.Add(name);
        }
    }
}

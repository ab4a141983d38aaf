namespace CallIntake.Engine.Triage.Address;

/// <summary>Everything known by one name.</summary>
/// <param name="Kinds">Kinds of the entries.</param>
/// <param name="Entries">The entries.</param>
internal sealed record GazetteerHit(GazetteerKind Kinds, IReadOnlyList<GazetteerEntry> Entries)
{
    /// <summary>The same with one more.</summary>
    public GazetteerHit With(GazetteerEntry entry) => new(Kinds | entry.Kind, [.. Entries, entry]);
}

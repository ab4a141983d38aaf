namespace CallIntake.Engine.Triage.Address;

/// <summary>Everything known by one name.</summary>
/// <param name="Kinds">Kinds of the entries.</param>
/// <param name="Entries">The entries.</param>
/// <param name="Roots">For each entry what a word must begin with to be a form of its name; empty for names of several words.</param>
internal sealed record GazetteerHit(GazetteerKind Kinds, IReadOnlyList<GazetteerEntry> Entries, IReadOnlyList<string> Roots)
{
    /// <summary>The same with one more.</summary>
    public GazetteerHit With(GazetteerEntry entry, string root) => new(Kinds | entry.Kind, [.. Entries, entry], [.. Roots, root]);

    /// <summary>The entries that a word is a form of; null where it is one of none ("аман" is no Аманов).</summary>
    public GazetteerHit? Of(string plain)
    {
        var fit = 0;
        foreach (var root in Roots)
        {
            fit += plain.StartsWith(root, StringComparison.Ordinal) ? 1 : 0;
        }

        return fit == Roots.Count ? this : fit == 0 ? null : Fitting(plain);
    }

    private GazetteerHit Fitting(string plain)
    {
        var entries = new List<GazetteerEntry>();
        var roots = new List<string>();
        var kinds = GazetteerKind.None;
        for (var i = 0; i < Roots.Count; i++)
        {
            if (plain.StartsWith(Roots[i], StringComparison.Ordinal))
            {
                entries.Add(Entries[i]);
                roots.Add(Roots[i]);
                kinds |= Entries[i].Kind;
            }
        }

        return new GazetteerHit(kinds, entries, roots);
    }
}

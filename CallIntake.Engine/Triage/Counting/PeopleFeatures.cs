namespace CallIntake.Engine.Triage.Counting;

/// <summary>Turns a call into rows of the counter's table: words, beginnings of words, pairs, and the numbers of people that were said. Pure.</summary>
internal static class PeopleFeatures
{
    private const int LongestStem = 5;
    private const uint Mask = (1u << PeopleWeights.Bits) - 1;

    /// <summary>The rows, each once.</summary>
    public static HashSet<int> Rows(IReadOnlyList<SpokenToken> tokens, SaidPeople said)
    {
        var rows = new HashSet<int> { 0 };
        var before = 1u;
        var second = 1u;
        for (var i = 0; i < tokens.Count; i++)
        {
            var plain = tokens[i].Plain;
            var stem = Hash(plain.AsSpan(0, Math.Min(LongestStem, plain.Length)));
            Add(rows, 1, Hash(plain));
            Add(rows, 2, stem);
            Add(rows, 3, Pair(before, stem));
            Add(rows, 4, Hash(plain.AsSpan(Math.Max(0, plain.Length - 3))));
            Add(rows, 5, Hash(plain.AsSpan(0, Math.Min(3, plain.Length))));
            Add(rows, 8, Hash(plain.AsSpan(0, Math.Min(7, plain.Length))));
            Add(rows, 6, Pair(stem, (uint)said.Largest));
            Add(rows, 7, Pair(second, stem));
            (second, before) = (before, stem);
        }

        Add(rows, 10, (uint)said.Largest);
        Add(rows, 11, (uint)said.Times);
        Add(rows, 12, (uint)((said.Largest * 8) + said.Second));
        Add(rows, 13, (uint)Math.Min(tokens.Count / 8, 8));
        foreach (var context in said.Contexts)
        {
            Add(rows, 14, Hash(context));
        }

        return rows;
    }

    private static void Add(HashSet<int> rows, uint template, uint value) => rows.Add((int)(Pair(template, value) & Mask));

    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return hash;
    }

    private static uint Pair(uint one, uint two)
    {
        var hash = (one * 2246822519u) ^ (two * 2654435761u);
        hash ^= hash >> 15;
        hash *= 3266489917u;
        return hash ^ (hash >> 13);
    }
}

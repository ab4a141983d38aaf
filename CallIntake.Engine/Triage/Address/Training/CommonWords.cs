using CallIntake.Engine.Triage.Address.Tagging;

namespace CallIntake.Engine.Triage.Address.Training;

/// <summary>Finds the words that callers use outside addresses: what is none of them may be a name. Pure.</summary>
internal static class CommonWords
{
    // A word met this many times more often outside than inside is no name.
    private const int Outweighs = 4;

    /// <summary>Hashes of the common words, ascending.</summary>
    /// <param name="examples">Tagged texts.</param>
    /// <param name="from">How often a word is met outside addresses at least.</param>
    public static uint[] Of(IReadOnlyList<PlaceExample> examples, int from)
    {
        var seen = new Dictionary<uint, (int Outside, int Inside)>();
        foreach (var example in examples)
        {
            Count(example, seen);
        }

        return [.. seen.Where(pair => pair.Value.Outside >= from && pair.Value.Inside * Outweighs < pair.Value.Outside).Select(pair => pair.Key).Order()];
    }

    private static void Count(PlaceExample example, Dictionary<uint, (int Outside, int Inside)> seen)
    {
        for (var i = 0; i < example.Tags.Length; i++)
        {
            if (example.Text.Units[i].IsNumber)
            {
                continue;
            }

            var hash = PlaceHash.Of(example.Text.Units[i].Plain);
            var (outside, inside) = seen.GetValueOrDefault(hash);
            var isOutside = example.Tags[i] is PlaceTag.None or PlaceTag.Landmark or PlaceTag.LandmarkMore;
            seen[hash] = isOutside ? (outside + 1, inside) : (outside, inside + 1);
        }
    }
}

namespace CallIntake.Engine.Speech.Text;

/// <summary>Which words of two texts are the same words in the same order: the longest common subsequence. Pure.</summary>
internal static class WordAlignment
{
    /// <summary>For each word of the first text its place in the second; null where it has none there.</summary>
    public static int?[] Of(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        var common = new int[first.Count + 1, second.Count + 1];
        for (var i = first.Count - 1; i >= 0; i--)
        {
            for (var j = second.Count - 1; j >= 0; j--)
            {
                common[i, j] = first[i] == second[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var places = new int?[first.Count];
        for (var (i, j) = (0, 0); i < first.Count && j < second.Count;)
        {
            if (first[i] == second[j])
            {
                places[i++] = j++;
            }
            else if (common[i + 1, j] >= common[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return places;
    }

    /// <summary>The words of the second text that stand where an unmatched word of the first does: first and end, exclusive.</summary>
    /// <param name="places">What <see cref="Of"/> gave.</param>
    /// <param name="word">Index in the first text.</param>
    /// <param name="length">Words of the second text.</param>
    public static (int First, int End) Between(int?[] places, int word, int length)
    {
        var before = places.Take(word).LastOrDefault(place => place is not null);
        var after = places.Skip(word + 1).FirstOrDefault(place => place is not null);
        return (before + 1 ?? 0, after ?? length);
    }
}

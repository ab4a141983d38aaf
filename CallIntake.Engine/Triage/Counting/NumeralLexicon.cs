using System.Collections.Frozen;

namespace CallIntake.Engine.Triage.Counting;

/// <summary>Numeral words of Russian and Kazakh by their folded form (<see cref="PlainText"/>).</summary>
internal static class NumeralLexicon
{
    private const int LongestPiece = 15;

    private static readonly FrozenDictionary<string, NumeralWord> Words = Build();
    private static readonly FrozenDictionary<string, NumeralWord>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Finds a folded word.</summary>
    public static bool TryGet(ReadOnlySpan<char> plain, out NumeralWord word) => Lookup.TryGetValue(plain, out word);

    /// <summary>Splits what a recogniser glued ("екижуз", "двадцатьпять") into two or three numerals; false where it is none.</summary>
    public static bool TrySplit(string plain, List<NumeralWord> pieces)
    {
        pieces.Clear();
        return plain.Length is >= 5 and <= 40 && Split(plain, pieces, 3) && pieces.Count > 1;
    }

    private static bool Split(ReadOnlySpan<char> rest, List<NumeralWord> pieces, int depth)
    {
        if (rest.IsEmpty)
        {
            return true;
        }

        if (depth == 0)
        {
            return false;
        }

        for (var length = Math.Min(rest.Length, LongestPiece); length >= 2; length--)
        {
            if (!Lookup.TryGetValue(rest[..length], out var word) || (pieces.Count > 0 && pieces[^1].Kazakh != word.Kazakh))
            {
                continue;
            }

            pieces.Add(word);
            if (Split(rest[length..], pieces, depth - 1))
            {
                return true;
            }

            pieces.RemoveAt(pieces.Count - 1);
        }

        return false;
    }

    private static FrozenDictionary<string, NumeralWord> Build()
    {
        var words = new Dictionary<string, NumeralWord>(StringComparer.Ordinal);
        RussianNumerals.AddTo(words);
        KazakhNumerals.AddTo(words);
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

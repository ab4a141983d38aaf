using System.Globalization;

namespace CallIntake.Engine.Triage.Counting;

/// <summary>
/// Reads numbers said as words or digits. "двадцать семь тридцать два" is 27 and 32: a word joins the number only where it
/// can stand there. Pure.
/// </summary>
internal static class NumeralReader
{
    private const int LongestDigits = 6;

    /// <summary>The number that begins at <paramref name="index"/>; null where none does.</summary>
    public static SpokenNumber? Read(IReadOnlyList<SpokenToken> tokens, int index)
    {
        if (index >= tokens.Count)
        {
            return null;
        }

        return tokens[index].IsDigits ? ReadDigits(tokens[index]) : ReadWords(tokens, index);
    }

    private static SpokenNumber? ReadDigits(SpokenToken token)
    {
        var digits = token.Text.AsSpan();
        var letter = char.IsLetter(digits[^1]) ? char.ToLowerInvariant(digits[^1]).ToString() : null;
        digits = letter is null ? digits : digits[..^1];
        return digits.Length <= LongestDigits && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? new SpokenNumber(value, 1, Ordinal: false, Kazakh: false, letter)
            : null;
    }

    private static SpokenNumber? ReadWords(IReadOnlyList<SpokenToken> tokens, int index)
    {
        var number = new NumeralSum();
        var glued = new List<NumeralWord>(0);
        var length = 0;
        while (index + length < tokens.Count && !number.Closed)
        {
            var token = tokens[index + length];
            if (length > 0 && token.Gap is not (SpokenGap.Space or SpokenGap.Hyphen))
            {
                break;
            }

            var pieces = Torn(tokens, index + length) is { } whole && number.TryAdd(whole) ? 2 : 0;
            if (pieces == 0)
            {
                pieces = NumeralLexicon.TryGet(token.Plain, out var word) ? (number.TryAdd(word) ? 1 : 0) : TryAddGlued(token.Plain, ref number, glued) ? 1 : 0;
            }

            if (pieces == 0)
            {
                break;
            }

            length += pieces;
        }

        return length == 0 ? null : new SpokenNumber(number.Value, length, number.Closed, number.Kazakh, Letter: null);
    }

    /// <summary>A numeral that a recogniser tore in two: "девят надцатый", "пять десят".</summary>
    private static NumeralWord? Torn(IReadOnlyList<SpokenToken> tokens, int index)
    {
        if (index + 1 >= tokens.Count || tokens[index + 1].Gap is not SpokenGap.Space)
        {
            return null;
        }

        var tail = tokens[index + 1].Plain;
        var torn = tail.StartsWith("надцат", StringComparison.Ordinal) || tail.StartsWith("дцат", StringComparison.Ordinal) || tail is "десят" or "сот";
        return torn && NumeralLexicon.TryGet(tokens[index].Plain + tail, out var word) ? word : null;
    }

    private static bool TryAddGlued(string plain, ref NumeralSum number, List<NumeralWord> pieces)
    {
        if (!NumeralLexicon.TrySplit(plain, pieces))
        {
            return false;
        }

        var before = number;
        foreach (var piece in pieces)
        {
            if (!number.TryAdd(piece))
            {
                number = before;
                return false;
            }
        }

        return true;
    }
}

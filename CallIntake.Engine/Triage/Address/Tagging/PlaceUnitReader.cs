using System.Globalization;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address.Tagging;

/// <summary>Groups tokens into units: "сорок пять дробь два" is one unit, 45/2; "двенадцать а" at the end of a phrase is 12а. Pure.</summary>
internal static class PlaceUnitReader
{
    private const string HouseLetters = "абвгдежз";

    /// <summary>The units of the tokens.</summary>
    public static List<PlaceUnit> Read(IReadOnlyList<SpokenToken> tokens)
    {
        var units = new List<PlaceUnit>(tokens.Count);
        for (var i = 0; i < tokens.Count;)
        {
            var unit = NumeralReader.Read(tokens, i) is { } number ? ReadNumber(tokens, i, number) : new PlaceUnit(i, 1, tokens[i].Plain, null, null, tokens[i].Gap);
            units.Add(unit);
            i += unit.Count;
        }

        return units;
    }

    private static PlaceUnit ReadNumber(IReadOnlyList<SpokenToken> tokens, int index, SpokenNumber number)
    {
        var label = number.Value.ToString(CultureInfo.InvariantCulture) + number.Letter;
        var length = number.Length;
        var next = index + length;
        if (Fraction(tokens, next) is { } fraction)
        {
            label += "/" + fraction.Label;
            length += fraction.Length;
        }
        else if (number.Letter is null && IsHouseLetter(tokens, next))
        {
            label += tokens[next].Plain;
            length++;
        }

        return new PlaceUnit(index, length, tokens[index].Plain, number, label, tokens[index].Gap);
    }

    private static (string Label, int Length)? Fraction(IReadOnlyList<SpokenToken> tokens, int next)
    {
        if (next >= tokens.Count)
        {
            return null;
        }

        var word = tokens[next].Plain is "дробь" or "дроб" or "болшек" ? 1 : 0;
        if (word == 0 && tokens[next].Gap is not SpokenGap.Slash)
        {
            return null;
        }

        return NumeralReader.Read(tokens, next + word) is { Value: < 1000 } below
            ? (below.Value.ToString(CultureInfo.InvariantCulture) + below.Letter, word + below.Length)
            : null;
    }

    private static bool IsHouseLetter(IReadOnlyList<SpokenToken> tokens, int index)
    {
        if (index >= tokens.Count || tokens[index].Plain.Length != 1 || !HouseLetters.Contains(tokens[index].Plain[0], StringComparison.Ordinal)
            || tokens[index].Gap is not (SpokenGap.Space or SpokenGap.Hyphen or SpokenGap.Quote))
        {
            return false;
        }

        // "а" and "в" are words as well: only the end of a phrase, or a capital letter, makes them a house letter.
        return tokens[index].IsCapital || index + 1 == tokens.Count || tokens[index + 1].Gap >= SpokenGap.Quote;
    }
}

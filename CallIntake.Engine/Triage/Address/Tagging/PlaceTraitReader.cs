using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address.Tagging;

/// <summary>Reads what the tagger sees of a unit: its word and pieces of it, capitals, number, kinds, and what the gazetteer knows. Pure.</summary>
internal sealed class PlaceTraitReader(PlaceKnowledge knowledge)
{
    /// <summary>The traits of a unit.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">The unit.</param>
    /// <param name="place">What the gazetteer knows of it.</param>
    public PlaceTraits Read(PlaceText text, int index, uint place)
    {
        var unit = text.Units[index];
        var token = text.Tokens[unit.First];
        var plain = unit.Plain;
        var number = NumberCode(unit);
        return new PlaceTraits
        {
            Word = unit.IsNumber ? PlaceHash.Mix(7, number) : PlaceHash.Of(plain),
            Suffix2 = unit.IsNumber ? number : PlaceHash.Of(plain.AsSpan(Math.Max(0, plain.Length - 2))),
            Suffix3 = unit.IsNumber ? number : PlaceHash.Of(plain.AsSpan(Math.Max(0, plain.Length - 3))),
            Suffix4 = unit.IsNumber ? PlaceHash.Of(plain) : PlaceHash.Of(plain.AsSpan(Math.Max(0, plain.Length - 4))),
            Prefix3 = PlaceHash.Of(plain.AsSpan(0, Math.Min(3, plain.Length))),
            Prefix4 = PlaceHash.Of(plain.AsSpan(0, Math.Min(4, plain.Length))),
            Shape = Shape(token),
            Gap = (uint)unit.Gap + 1,
            Number = number,
            Classes = unit.IsNumber ? 0 : knowledge.Classes.Of(plain),
            Known = place,
            Rarity = unit.IsNumber ? 9 : knowledge.IsCommon(PlaceHash.Of(plain)) ? 1u : plain.Length < 4 ? 2u : 3u,
        };
    }

    private static uint Shape(SpokenToken token)
    {
        if (token.IsDigits)
        {
            return 4;
        }

        if (!token.IsCapital)
        {
            return token.Gap == SpokenGap.Quote ? 6u : 1;
        }

        return token.Gap == SpokenGap.Stop ? 2u : token.Gap == SpokenGap.Quote ? 5u : token.Text.Length > 1 && char.IsUpper(token.Text[1]) ? 7u : 3;
    }

    private static uint NumberCode(PlaceUnit unit)
    {
        if (unit.Number is not { } number)
        {
            return 0;
        }

        var size = number.Value switch { 0 => 1u, < 10 => 2u, < 20 => 3u, < 100 => 4u, < 300 => 5u, < 1000 => 6u, _ => 7u };
        var form = number.Ordinal ? 2u : unit.Plain.Length > 0 && char.IsAsciiDigit(unit.Plain[0]) ? 1u : 0;
        var special = unit.Label!.Contains('/', StringComparison.Ordinal) || char.IsLetter(unit.Label[^1]) ? 1u : 0;
        return 1 + size + (form * 8) + (number.Kazakh ? 32u : 0) + (special * 64);
    }
}

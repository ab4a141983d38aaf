namespace CallIntake.Engine.Speech.Numbers;

/// <summary>Places that have numbers: "5 этаж" is the fifth, "на 2 этаже" on the second, but "2 этажа" and "5 этажей" are counted. Pure.</summary>
internal static class RussianPlaces
{
    private static readonly string[] Masculine = ["этаж", "подъезд", "микрорайон", "квартал", "корпус", "участок", "отдел", "километр", "дом"];
    private static readonly string[] Feminine = ["квартир", "улиц", "лини", "палат", "комнат", "школ", "больниц", "поликлиник"];

    /// <summary>Which one, in the case of the noun; null where the noun is no such place or is counted.</summary>
    /// <param name="number">The number.</param>
    /// <param name="noun">The noun as written.</param>
    /// <param name="isGenitive">Whether the word before asks for the genitive.</param>
    public static string? Ordinal(long number, string noun, bool isGenitive)
    {
        if (number is < 1 or > 9999 || Ending(noun) is not { } ending)
        {
            return null;
        }

        // "3 этажа", "2 квартиры" are counted, unless "до 3 этажа"; counted after "до" they would be "этажей".
        var isCounted = ending.MayBeCounted && !isGenitive && RussianNumbers.FormOf(number) == CountForm.Few;
        return isCounted ? null : RussianNumbers.Ordinal((int)number, ending.Written);
    }

    // The ending of the ordinal, and whether the noun may also be in the form it has after 2, 3 and 4.
    private static (string Written, bool MayBeCounted)? Ending(string noun)
    {
        if (Array.Find(Masculine, stem => noun.StartsWith(stem, StringComparison.Ordinal)) is { } masculine)
        {
            return noun[masculine.Length..] switch { "" => ("й", false), "а" => ("го", true), "у" => ("му", false), "ом" => ("ым", false), "е" => ("м", false), _ => null };
        }

        return Array.Find(Feminine, stem => noun.StartsWith(stem, StringComparison.Ordinal)) is { } feminine
            ? noun[feminine.Length..] switch { "а" or "я" => ("я", false), "ы" or "и" => ("ой", true), "е" or "ой" or "ей" => ("ой", false), "у" or "ю" => ("ю", false), _ => null }
            : null;
    }
}

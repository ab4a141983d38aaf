namespace CallIntake.Engine.Triage.Address;

/// <summary>How an address is read back by a voice: no abbreviations, numbers as digits (speech writes them out). Pure.</summary>
public static class SpokenAddress
{
    /// <summary>The address in words of the language (kk, else ru); empty where no part is known.</summary>
    public static string Text(AddressParts parts, string language)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var pieces = language == "kk" ? Kazakh(parts) : Russian(parts);
        return string.Join(", ", pieces.Where(piece => !string.IsNullOrWhiteSpace(piece)));
    }

    private static IEnumerable<string?> Russian(AddressParts parts) =>
    [
        parts.Settlement,
        With(parts.District, AddressFormat.IsDistrictNamed(parts.District) ? "{0}" : "район {0}"),
        AddressFormat.Street(parts, "ru"),
        With(parts.Crossing, "угол {0}"),
        With(parts.House, "дом {0}"),
        With(parts.Flat, "квартира {0}"),
        With(parts.Entrance, "подъезд {0}"),
        With(parts.Floor, "этаж {0}"),
        With(parts.RoadKm, "километр {0}"),
        parts.Landmark,
    ];

    private static IEnumerable<string?> Kazakh(AddressParts parts) =>
    [
        parts.Settlement,
        With(parts.District, AddressFormat.IsDistrictNamed(parts.District) ? "{0}" : "{0} ауданы"),
        // A bare number is a microdistrict, and its number an ordinal.
        AddressFormat.Street(parts, "kk")?.Replace(" ықшамаудан", "-ықшамаудан", StringComparison.Ordinal),
        With(parts.Crossing, "{0} қиылысы"),
        Numbered(parts.House, "үй"),
        Numbered(parts.Flat, "пәтер"),
        Numbered(parts.Entrance, "кіреберіс"),
        Numbered(parts.Floor, "қабат"),
        Numbered(parts.RoadKm, "шақырым"),
        parts.Landmark,
    ];

    private static string? With(string? part, string pattern) =>
        string.IsNullOrWhiteSpace(part) ? null : pattern.Replace("{0}", Speakable(part), StringComparison.Ordinal);

    // "7-пәтер" is how an ordinal is written, and so the voice says "жетінші пәтер"; "12 а" has none.
    private static string? Numbered(string? part, string noun) => string.IsNullOrWhiteSpace(part)
        ? null
        : char.IsDigit(part[^1]) ? $"{part}-{noun}" : $"{Speakable(part)} {noun}";

    // A voice that knows no "45/2" is told "45 дробь 2"; "12а" needs a space for the letter to be heard.
    private static string Speakable(string part)
    {
        var spoken = part.Replace("/", " дробь ", StringComparison.Ordinal);
        return spoken.Length > 1 && char.IsLetter(spoken[^1]) && char.IsDigit(spoken[^2]) ? spoken[..^1] + " " + spoken[^1] : spoken;
    }
}

namespace CallIntake.Engine.Triage.Address;

/// <summary>How an address is read back by a voice: no abbreviations, numbers as digits (the voice says them). Pure.</summary>
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
        AddressFormat.Street(parts, "kk"),
        With(parts.Crossing, "{0} қиылысы"),
        With(parts.House, "{0} үй"),
        With(parts.Flat, "{0} пәтер"),
        With(parts.Entrance, "{0} кіреберіс"),
        With(parts.Floor, "{0} қабат"),
        With(parts.RoadKm, "{0} шақырым"),
        parts.Landmark,
    ];

    private static string? With(string? part, string pattern) =>
        string.IsNullOrWhiteSpace(part) ? null : pattern.Replace("{0}", Speakable(part), StringComparison.Ordinal);

    // "45/2" is read "45 дробь 2" in both languages; "12а" needs a space for the letter to be heard.
    private static string Speakable(string part)
    {
        var spoken = part.Replace("/", " дробь ", StringComparison.Ordinal);
        return spoken.Length > 1 && char.IsLetter(spoken[^1]) && char.IsDigit(spoken[^2]) ? spoken[..^1] + " " + spoken[^1] : spoken;
    }
}

namespace CallIntake.Engine.Triage.Address;

/// <summary>Writes an address in reading order, in Russian or Kazakh. Pure.</summary>
internal static class AddressFormat
{
    private static readonly string[] RussianAdjectives = ["ая", "яя"];
    private static readonly string[] MasculineAdjectives = ["ский", "цкий", "ный", "вый", "ной"];

    /// <summary>The normal form ("улица Сатпаева, 90, кв. 7", "Абай көшесі, 12, 7-пәтер"); null where no part is known.</summary>
    public static string? Normal(AddressParts parts, string language)
    {
        var kazakh = language == "kk";
        string?[] pieces =
        [
            parts.Settlement,
            parts.District,
            Street(parts, language),
            parts.Crossing is null ? null : kazakh ? $"{parts.Crossing} қиылысы" : $"угол {parts.Crossing}",
            parts.Street is null && parts.House is not null ? (kazakh ? $"{parts.House}-үй" : $"дом {parts.House}") : parts.House,
            With(parts.Flat, kazakh ? "{0}-пәтер" : "кв. {0}"),
            With(parts.Entrance, kazakh ? "{0}-кіреберіс" : "подъезд {0}"),
            With(parts.Floor, kazakh ? "{0}-қабат" : "этаж {0}"),
            With(parts.RoadKm, kazakh ? "{0}-шақырым" : "{0} км"),
            parts.Landmark,
        ];
        var text = string.Join(", ", pieces.Where(piece => piece is not null));
        return text.Length == 0 ? null : text;
    }

    /// <summary>The street with its type word, where the name shows what it is; else the bare name.</summary>
    public static string? Street(AddressParts parts, string language)
    {
        if (parts.Street is not { } street)
        {
            return null;
        }

        var lower = street.ToLowerInvariant();
        if (char.IsDigit(street[0]))
        {
            return char.IsDigit(street[^1]) ? (language == "kk" ? $"{street} ықшамаудан" : $"{street} микрорайон") : street;
        }

        if (parts.RoadKm is not null || lower.Contains('–', StringComparison.Ordinal))
        {
            return language == "kk" ? $"{street} жолы" : $"трасса {street}";
        }

        // A number behind the name, or an adjective in the masculine, is a microdistrict: no type word is put before it.
        if (char.IsDigit(street[^1]) || Array.Exists(MasculineAdjectives, lower.EndsWith))
        {
            return street;
        }

        return language == "kk" ? (lower.EndsWith('а') && Array.Exists(RussianAdjectives, lower.EndsWith) ? street : $"{street} көшесі") : $"улица {street}";
    }

    /// <summary>Whether a district's name says itself what it is (Левый берег, Майкудук).</summary>
    public static bool IsDistrictNamed(string? district) =>
        district is null || !(district.EndsWith("ский", StringComparison.Ordinal) || district.EndsWith("цкий", StringComparison.Ordinal));

    private static string? With(string? part, string pattern) => part is null ? null : pattern.Replace("{0}", part, StringComparison.Ordinal);
}

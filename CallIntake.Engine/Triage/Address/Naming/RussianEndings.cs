namespace CallIntake.Engine.Triage.Address.Naming;

/// <summary>Brings Russian names that stand behind a preposition ("на Ташкентской", "в Аксае", "по Достыку") to the form on the sign.</summary>
internal static class RussianEndings
{
    private const string Consonants = "бвгджзйклмнпрстфхцчшщ";

    // Women's surnames: their ending is the name, not a case.
    private static readonly string[] Women = ["крупской", "терешковой", "маметовой", "молдагуловой", "байсеитовой", "громовой", "чайкиной", "космодемьянской", "гризодубовой", "иманбаевой", "осипенко", "хакимжановой"];

    private static readonly (string Oblique, string Sign)[] Adjectives =
    [
        ("ской", "ская"), ("цкой", "цкая"), ("скую", "ская"), ("цкую", "цкая"), ("ском", "ский"), ("цком", "цкий"), ("скому", "ский"), ("ского", "ский"),
        ("ьной", "ьная"), ("чной", "чная"), ("жной", "жная"), ("дной", "дная"), ("сной", "сная"), ("нной", "нная"), ("рной", "рная"), ("тной", "тная"), ("пной", "пная"), ("мной", "мная"), ("вной", "вная"), ("бной", "бная"),
        ("ную", "ная"), ("ном", "ный"), ("ному", "ный"), ("ного", "ный"), ("вую", "вая"), ("чьей", "чья"), ("очей", "очая"), ("ей", "яя"),
    ];

    /// <summary>The name behind a preposition that asks for the prepositional, dative, instrumental or genitive case.</summary>
    public static string Sign(string name, string preposition)
    {
        var lower = name.ToLowerInvariant().Replace('ё', 'е');
        if (Array.Exists(Women, lower.EndsWith))
        {
            return name;
        }

        foreach (var (oblique, sign) in Adjectives)
        {
            if (oblique.Length > 2 && lower.Length > oblique.Length + 1 && lower.EndsWith(oblique, StringComparison.Ordinal))
            {
                return name[..^oblique.Length] + sign;
            }
        }

        return Noun(name, lower, preposition);
    }

    /// <summary>Whether a form can be one of a name: a feminine adjective only of one, a masculine only of one.</summary>
    public static bool Fits(string said, string name)
    {
        bool Said(string ending) => said.EndsWith(ending, StringComparison.Ordinal);
        if (Said("ской") || Said("цкой") || Said("ной") || Said("ную") || Said("скую"))
        {
            return name.EndsWith("ая", StringComparison.Ordinal) || name == said;
        }

        return !(Said("ском") || Said("ному") || Said("ном") || Said("скому")) || name.EndsWith('й') || name.EndsWith("ое", StringComparison.Ordinal) || !name.EndsWith("ая", StringComparison.Ordinal);
    }

    private static string Noun(string name, string lower, string preposition)
    {
        if (lower.Length < 5)
        {
            return name;
        }

        var consonant = Consonants.Contains(lower[^2], StringComparison.Ordinal);
        return (preposition, lower[^1]) switch
        {
            ("на" or "в" or "во", 'е') when lower.EndsWith("ае", StringComparison.Ordinal) => name[..^1] + "й",
            ("на" or "в" or "во", 'е') when consonant => name[..^1],
            ("по" or "к" or "ко", 'у') when consonant => name[..^1],
            ("за" or "под" or "над" or "между" or "перед", 'м') when lower.EndsWith("ом", StringComparison.Ordinal) => name[..^2],
            _ => name,
        };
    }
}

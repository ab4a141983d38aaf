using CallIntake.Engine.Triage.Address.Naming;

namespace CallIntake.Engine.Triage.Address;

/// <summary>
/// The part of a folded name that its endings leave alone: Абая, Абай, Абайдың give one stem. Coarse on purpose: it finds candidates,
/// it does not write names.
/// </summary>
internal static class NameStem
{
    private const int Shortest = 3;

    private static readonly string[] RussianEndings =
    [
        "ского", "скому", "ского", "ская", "ской", "скую", "ский", "ском", "ого", "ому", "ами", "ями", "ая", "яя", "ой", "ей", "ую", "юю", "ый", "ий", "ое",
        "ом", "ем", "ым", "им", "ах", "ях", "ов", "а", "я", "у", "ю", "е", "ы", "и", "о", "ь", "й",
    ];

    private static readonly string[] Changing = ["ого", "ая", "яя", "ой", "ый", "ий", "ое", "ее", "ок", "а", "я", "у", "е", "ы", "и", "о", "ь", "й"];

    /// <summary>The stem for look-ups.</summary>
    public static string Of(string plain)
    {
        if (plain.StartsWith("посел", StringComparison.Ordinal))
        {
            return "посел";
        }

        var stem = plain.Length > Shortest + 2 ? plain[..^KazakhEndings.Length(plain)] : plain;
        var shorter = Strip(stem, RussianEndings, Shortest);
        // городок, городка
        shorter = shorter.Length > 4 && shorter[^1] == 'к' && shorter[^2] is 'о' or 'е' ? shorter[..^2] + "к" : shorter;
        return shorter.Length > 4 && shorter[^1] is 'а' or 'я' or 'и' or 'ы' or 'й' or 'ь' ? shorter[..^1] : shorter;
    }

    /// <summary>What a word must begin with to be a form of a folded name: the name without the ending that its cases change.</summary>
    public static string Root(string name)
    {
        foreach (var ending in Changing)
        {
            if (name.Length - ending.Length >= Shortest && name.EndsWith(ending, StringComparison.Ordinal))
            {
                return name[..^ending.Length];
            }
        }

        return name;
    }

    private static string Strip(string word, string[] endings, int shortest)
    {
        foreach (var ending in endings)
        {
            if (word.Length - ending.Length >= shortest && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }
}

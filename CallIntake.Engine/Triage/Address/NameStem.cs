namespace CallIntake.Engine.Triage.Address;

/// <summary>
/// The part of a folded name that its endings leave alone: Абая, Абай, Абайдың give one stem. Coarse on purpose: it finds candidates,
/// it does not write names.
/// </summary>
internal static class NameStem
{
    private const int Shortest = 3;

    private static readonly string[] KazakhEndings =
    [
        "ындагы", "индеги", "ынан", "инен", "ында", "инде", "ынын", "инин", "дагы", "деги", "тагы", "теги",
        "нын", "нин", "дын", "дин", "тын", "тин", "дан", "ден", "тан", "тен", "нан", "нен", "да", "де", "та", "те",
        "га", "ге", "ка", "ке", "ны", "ни", "ды", "ди", "ты", "ти",
    ];

    private static readonly string[] RussianEndings =
    [
        "ского", "скому", "ского", "ская", "ской", "скую", "ский", "ском", "ого", "ому", "ами", "ями", "ая", "яя", "ой", "ей", "ую", "юю", "ый", "ий", "ое",
        "ом", "ем", "ым", "им", "ах", "ях", "ов", "а", "я", "у", "ю", "е", "ы", "и", "о", "ь", "й",
    ];

    /// <summary>The stem for look-ups.</summary>
    public static string Of(string plain)
    {
        var stem = Strip(plain, KazakhEndings, Shortest + 1);
        var shorter = Strip(stem, RussianEndings, Shortest);
        return shorter.Length > 4 && shorter[^1] is 'а' or 'я' or 'и' or 'ы' or 'й' or 'ь' ? shorter[..^1] : shorter;
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

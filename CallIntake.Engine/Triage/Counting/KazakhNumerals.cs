namespace CallIntake.Engine.Triage.Counting;

/// <summary>Kazakh numerals in folded letters, with the endings of case and possession.</summary>
internal static class KazakhNumerals
{
    private static readonly (int Value, string Cardinals, string Ordinals)[] Numerals =
    [
        (0, "нол", "нолинши"), (1, "бир", "биринши бирынши"), (2, "еки екы", "екинши екынши екинщи"), (3, "уш ущ", "ушинши"),
        (4, "торт", "тортинши тортынши"), (5, "бес", "бесинши"), (6, "алты", "алтыншы алтынши"), (7, "жети жеты", "жетинши"),
        (8, "сегиз сегыз", "сегизинши"), (9, "тогыз тогиз", "тогызыншы тогызынши"), (10, "он", "оныншы онынши"),
        (20, "жиырма жырма жиирма жийырма", "жиырмасыншы жырмасыншы"), (30, "отыз", "отызыншы"), (40, "кырык кырк", "кыркыншы кырыкыншы"),
        (50, "елу", "елуинши"), (60, "алпыс алпис", "алпысыншы"), (70, "жетпис жетпыс", "жетписинши"), (80, "сексен", "сексенинши"),
        (90, "токсан", "токсаныншы"), (100, "жуз", "жузинши"), (1000, "мын", "мынынши мыныншы"),
    ];

    private static readonly string[] KazakhCases =
    [
        "да", "де", "та", "те", "дан", "ден", "тан", "тен", "га", "ге", "ка", "ке", "нын", "нин", "дын", "дин", "тын", "тин",
        "ны", "ни", "ды", "ди", "ты", "ти", "мен", "бен", "пен", "ге", "дегi", "деги", "даги", "тагы", "теги", "дагы",
    ];

    // As it should be, and as haste and recognisers leave it.
    private static readonly string[] OrdinalEndings = ["инши", "ыншы", "ншы", "нши", "ынши", "иншы", "инчи", "ынчы", "нчы", "нчи", "инщи", "ынша", "инш", "ынш", "нш", "ыншии"];

    private static readonly string[] KazakhOrdinalEndings = ["си", "сы", "де", "да", "ден", "дан", "ге", "га", "синде", "сында", "деги", "дагы", "синин", "сынын", "ни", "ны"];

    /// <summary>Adds every form.</summary>
    public static void AddTo(Dictionary<string, NumeralWord> words)
    {
        foreach (var (value, cardinals, ordinals) in Numerals)
        {
            foreach (var form in cardinals.Split(' '))
            {
                AddWithEndings(words, form, KazakhCases, new NumeralWord(value, Ordinal: false, Kazakh: true));
            }

            var damaged = OrdinalEndings.Select(ending => cardinals.Split(' ')[0] + ending);
            foreach (var form in ordinals.Split(' ').Concat(damaged))
            {
                AddWithEndings(words, form, KazakhOrdinalEndings, new NumeralWord(value, Ordinal: true, Kazakh: true));
            }
        }

        // Homographs that are other words far more often than numbers: алты + -н is gold, елу + ..., мына is "this".
        foreach (var other in (string[])["мынга", "мында", "мынды", "онда", "ондагы", "онды", "оны", "онан", "онын", "бирге", "бирден", "бирди", "алтын"])
        {
            words.Remove(other);
        }
    }

    private static void AddWithEndings(Dictionary<string, NumeralWord> words, string form, string[] endings, NumeralWord word)
    {
        words.TryAdd(form, word);
        foreach (var ending in endings)
        {
            words.TryAdd(form + ending, word);
        }
    }
}

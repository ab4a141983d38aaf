namespace CallIntake.Engine.Triage.Address.Naming;

/// <summary>
/// Takes case endings from Kazakh names where they can be endings by the laws of the language: harmony of vowels, and the first sound of
/// the ending by the last sound of the stem ("Сатпаевта" gives Сатпаев, "Победа" stays). Works on folded letters.
/// </summary>
internal static class KazakhEndings
{
    private const string Vowels = "аеиоуыэюя";
    private const string Voiceless = "пфктшсхцчщбгв";
    private const string Nasal = "мн";
    private const int ShortestStem = 3;

    private static readonly string[] Endings =
    [
        "ндагы", "ндеги", "дагы", "деги", "тагы", "теги", "нын", "нин", "дын", "дин", "тын", "тин", "дан", "ден", "тан", "тен", "нан", "нен",
        "да", "де", "та", "те", "га", "ге", "ка", "ке", "ны", "ни", "ды", "ди", "ты", "ти", "мен", "бен", "пен",
    ];

    /// <summary>How many characters of the folded word are a case ending; 0 where none can be.</summary>
    public static int Length(string plain)
    {
        // Момышұлында: what ends in ұлы or би has its н before the ending.
        if (plain.Length > 6 && (plain.EndsWith("улында", StringComparison.Ordinal) || plain.EndsWith("улынан", StringComparison.Ordinal)))
        {
            return 3;
        }

        foreach (var ending in Endings)
        {
            var stem = plain.Length - ending.Length;
            if (stem >= ShortestStem && plain.EndsWith(ending, StringComparison.Ordinal) && Agrees(plain.AsSpan(0, stem), ending))
            {
                return ending.Length;
            }
        }

        return 0;
    }

    private static bool Agrees(ReadOnlySpan<char> stem, string ending) => Joins(stem[^1], ending[0]) && Harmony(stem, ending);

    private static bool Joins(char last, char first)
    {
        if (Vowels.Contains(last, StringComparison.Ordinal))
        {
            return first is 'д' or 'г' or 'н' or 'м';
        }

        return first switch
        {
            'д' or 'г' or 'б' => !Voiceless.Contains(last, StringComparison.Ordinal) || last is 'в' or 'б' or 'г',
            'т' or 'к' or 'п' => Voiceless.Contains(last, StringComparison.Ordinal),
            'н' => Nasal.Contains(last, StringComparison.Ordinal),
            'м' => !Voiceless.Contains(last, StringComparison.Ordinal),
            _ => false,
        };
    }

    private static bool Harmony(ReadOnlySpan<char> stem, string ending)
    {
        // Folding made ә, ө, ү one with а, о, у, so a back vowel in the stem proves nothing; only ы against е and и against а do.
        var at = stem.Length - 1;
        while (at > 0 && !Vowels.Contains(stem[at], StringComparison.Ordinal))
        {
            at--;
        }

        var front = ending.Contains('е', StringComparison.Ordinal) || ending.Contains('и', StringComparison.Ordinal);
        return stem[at] switch
        {
            // Surnames in -ев take endings by the vowel before: Сәтбаевта, Әуезовте and Әуезовта are both said.
            'е' when stem[^1] == 'в' => true,
            'е' or 'э' => front,
            'и' => true,
            'ы' or 'я' => !front,
            _ => true,
        };
    }
}

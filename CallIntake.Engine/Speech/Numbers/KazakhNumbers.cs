namespace CallIntake.Engine.Speech.Numbers;

/// <summary>Kazakh numbers in words: cardinal ("он тоғыз") and ordinal ("он тоғызыншы"). Pure.</summary>
internal static class KazakhNumbers
{
    private const string BackVowels = "аоұыуя";
    private const string Vowels = BackVowels + "әөүіе";

    private static readonly string[] Units = ["", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"];
    private static readonly string[] Tens = ["", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"];

    /// <summary>How many.</summary>
    /// <param name="number">0 to 999,999,999.</param>
    public static string Cardinal(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 999_999_999);
        if (number == 0)
        {
            return "нөл";
        }

        var words = new List<string>();
        // One hundred and one thousand are said without "one".
        Add(words, number / 1_000_000, "миллион", sayOne: true);
        Add(words, number / 1000 % 1000, "мың", sayOne: false);
        words.AddRange(BelowThousand(number % 1000));
        return string.Join(' ', words);
    }

    /// <summary>Which one; only the last word changes.</summary>
    public static string Ordinal(long number)
    {
        var words = Cardinal(number).Split(' ');
        words[^1] = Ordinal(words[^1]);
        return string.Join(' ', words);
    }

    private static string Ordinal(string word) => word switch
    {
        "жиырма" => "жиырмасыншы",
        "қырық" => "қырқыншы",
        "елу" => "елуінші",
        _ when Vowels.Contains(word[^1], StringComparison.Ordinal) => word + (IsBack(word) ? "ншы" : "нші"),
        _ => word + (IsBack(word) ? "ыншы" : "інші"),
    };

    private static bool IsBack(string word) => BackVowels.Contains(word.Last(letter => Vowels.Contains(letter, StringComparison.Ordinal)), StringComparison.Ordinal);

    private static void Add(List<string> words, long count, string name, bool sayOne)
    {
        if (count > 0)
        {
            if (count > 1 || sayOne)
            {
                words.AddRange(BelowThousand(count));
            }

            words.Add(name);
        }
    }

    private static IEnumerable<string> BelowThousand(long number)
    {
        var hundreds = number / 100;
        string[] words = [hundreds > 1 ? Units[hundreds] : "", hundreds > 0 ? "жүз" : "", Tens[number / 10 % 10], Units[number % 10]];
        return words.Where(word => word.Length > 0);
    }
}

using System.Buffers;

namespace CallIntake.Engine.Triage.Text;

/// <summary>Tells Russian, Kazakh and a mixture of both apart, by letters and by endings that survive a recogniser.</summary>
internal static class SpokenLanguage
{
    private static readonly SearchValues<char> RussianLetters = SearchValues.Create("фцщьъ");

    private static readonly string[] KazakhEndings =
    [
        "ып", "ип", "дым", "дим", "тым", "тим", "ган", "ген", "кан", "кен", "ада", "еди", "ады", "йды", "йди", "мыз", "миз", "пын", "мын",
        "ныз", "низ", "дар", "дер", "лар", "лер", "тар", "тер", "нын", "нин", "дын", "дин", "тын", "тин", "нда", "нде", "дан", "тан",
        "сы", "си", "гы", "ги", "кы", "ынан", "инен", "уи", "ты", "ти", "ды", "ди",
    ];

    private static readonly HashSet<string> KazakhWords = new(StringComparer.Ordinal)
    {
        "мен", "сен", "ол", "биз", "сиз", "бир", "еки", "уш", "торт", "бес", "алты", "жети", "сегиз", "тогыз", "он", "жиырма", "отыз", "кырык",
        "елу", "жатыр", "тур", "отыр", "жур", "жок", "бар", "емес", "казир", "деп", "деди", "дейди", "уй", "уйде", "коше", "кошеси", "гой", "екен",
        "керек", "кайда", "калай", "ушин", "менин", "онын", "мени", "маган", "бала", "балалар", "айел", "жигит", "адам", "биреу", "тез", "тезирек",
        "келиниз", "салем", "салеметсиз", "бе", "ма", "ме", "ба", "аман", "али", "кеше", "бугин", "ертен", "жана", "гана", "ауыл",
    };

    private static readonly HashSet<string> RussianWords = new(StringComparer.Ordinal)
    {
        "я", "и", "не", "в", "на", "с", "что", "он", "она", "они", "мы", "вы", "у", "к", "по", "за", "из", "меня", "мне", "нас", "его", "ее", "их", "это",
        "там", "тут", "уже", "еще", "нет", "да", "как", "где", "кто", "дом", "улица", "квартира", "пожалуйста", "здравствуйте", "алло", "сейчас",
        "только", "просто", "завтра", "сегодня", "вчера", "ночью", "может", "чтобы", "очень", "надо", "человек", "девушка", "муж", "соседи", "двое", "два", "три", "один", "пять", "двадцать", "тридцать", "сорок", "второй",
    };

    /// <summary>ru, kk or mixed; null where there is no word.</summary>
    public static string? Detect(TokenizedCall call)
    {
        var (kazakh, russian) = (0, 0);
        foreach (var token in call.Tokens)
        {
            if (token.Kazakh || KazakhWords.Contains(token.Word))
            {
                kazakh++;
            }
            else if (RussianWords.Contains(token.Word) || IsRussian(token.Word))
            {
                russian++;
            }
            else if (token.Word.Length > 4 && KazakhEndings.Any(ending => token.Word.EndsWith(ending, StringComparison.Ordinal)))
            {
                kazakh++;
            }
        }

        if (kazakh + russian == 0)
        {
            return call.Tokens.Length == 0 ? null : "ru";
        }

        var share = (double)kazakh / (kazakh + russian);
        return share < 0.15 ? "ru" : share > 0.85 && russian < 2 ? "kk" : "mixed";
    }

    private static bool IsRussian(string word)
    {
        if (word.Length < 4)
        {
            return false;
        }

        return word.AsSpan().ContainsAny(RussianLetters) || word.EndsWith("ет", StringComparison.Ordinal) || word.EndsWith("ит", StringComparison.Ordinal)
            || word.EndsWith("ла", StringComparison.Ordinal) || word.EndsWith("ли", StringComparison.Ordinal) || word.EndsWith("ый", StringComparison.Ordinal)
            || word.EndsWith("ая", StringComparison.Ordinal) || word.EndsWith("ого", StringComparison.Ordinal) || word.EndsWith("ой", StringComparison.Ordinal);
    }
}

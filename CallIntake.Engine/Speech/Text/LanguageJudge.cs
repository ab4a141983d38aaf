using System.Buffers;

namespace CallIntake.Engine.Speech.Text;

/// <summary>Tells Russian from Kazakh by the words themselves. Pure.</summary>
internal static class LanguageJudge
{
    private static readonly SearchValues<char> KazakhLetters = SearchValues.Create("әғқңөұүһі");

    // Frequent words of each language that the other has not; Kazakh ones written without its own letters.
    private static readonly HashSet<string> KazakhWords =
    [
        "мен", "сен", "ол", "бар", "болып", "болды", "жатыр", "отыр", "отырмын", "тұр", "осында", "мына", "кел", "келді", "алып",
        "бала", "балалар", "адам", "адамдар", "шал", "апа", "ата", "пышақ", "мас", "тез", "жібер", "кетті", "салып", "бір", "екі", "бес",
        "алты", "жеті", "сегіз", "тоғыз", "он", "жиырма", "отыз", "елу", "жүз", "иә", "жоқ", "рахмет", "полицияға", "машинада", "үйде",
    ];

    private static readonly HashSet<string> RussianWords =
    [
        "и", "в", "на", "не", "что", "у", "с", "я", "он", "она", "они", "мы", "вы", "мне", "меня", "нас", "вас", "это", "как", "там", "тут",
        "вот", "да", "нет", "здесь", "сейчас", "уже", "из", "за", "по", "к", "от", "до", "под", "над", "возле", "около", "дом", "улица",
        "квартира", "человек", "очень", "просто", "реально", "пожалуйста", "здравствуйте", "помогите", "срочно", "два", "три", "один",
        "его", "её", "ее", "их", "мой", "моя", "муж", "жена", "соседи", "сосед", "машина", "машины", "где", "был", "была", "было", "были",
    ];

    private static readonly string[] RussianEndings =
    [
        "ть", "тся", "ться", "ого", "его", "ому", "ый", "ий", "ой", "ая", "ое", "ые", "ие", "ет", "ют", "ит", "ят", "ил", "ел", "ла", "ло", "ли",
        "ами", "ями", "ах", "ях", "ов", "ев", "ция", "ние", "ком", "цать", "десят", "сот",
    ];

    /// <summary>ru, kk, mixed, or null where no word tells.</summary>
    public static string? ByLetters(string text) => Judge(text).Language;

    /// <summary>The language of a text and how sure that is, 0.5 to 1.</summary>
    public static (string? Language, double Probability) Judge(string text)
    {
        var (russian, kazakh) = Count(text);
        if (russian + kazakh == 0)
        {
            return (null, 0.5);
        }

        var share = (double)kazakh / (russian + kazakh);
        return share switch
        {
            <= 0.15 => ("ru", 1 - share),
            >= 0.8 => ("kk", share),
            _ => ("mixed", 1 - Math.Abs(share - 0.5)),
        };
    }

    /// <summary>Words that look Russian and words that look Kazakh. Names inside a sentence (streets above all) are no evidence.</summary>
    public static (int Russian, int Kazakh) Count(string text)
    {
        int russian = 0, kazakh = 0;
        var first = true;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var folded = TextFold.Fold(word);
            var isName = !first && char.IsUpper(word[0]);
            first = word[^1] is '.' or '!' or '?';
            if (folded.Length == 0 || isName)
            {
                continue;
            }

            if (folded.AsSpan().ContainsAny(KazakhLetters) || KazakhWords.Contains(folded))
            {
                kazakh++;
            }
            else if (RussianWords.Contains(folded) || RussianEndings.Any(ending => folded.Length > ending.Length + 1 && folded.EndsWith(ending, StringComparison.Ordinal)))
            {
                russian++;
            }
        }

        return (russian, kazakh);
    }
}

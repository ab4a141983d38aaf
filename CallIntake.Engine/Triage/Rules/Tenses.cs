using CallIntake.Engine.Triage.Text;

namespace CallIntake.Engine.Triage.Rules;

/// <summary>
/// Tense by the form of the words: Kazakh "-ып жатыр, тұр, отыр, жүр" and Russian present forms mean now, "-ды, -ған, -пты" and Russian
/// "-л" mean then. A guess by endings; nouns have none. Static and pure.
/// </summary>
internal static class Tenses
{
    private static readonly string[] Auxiliaries = ["жатыр", "турмын", "турмыз", "отырмын", "отырмыз", "журмиз", "журмин", "барады", "келеди"];

    private static readonly string[] KazakhPast =
    [
        "ды", "ди", "ты", "ти", "дым", "дим", "тым", "тим", "дык", "дик", "тык", "тик", "ган", "ген", "кан", "кен", "пты", "пти", "гам", "гем",
        "ганмын", "генмин", "дынар", "динер", "ыпты", "ипти",
    ];

    private static readonly string[] RussianPast = ["л", "ла", "ло", "ли", "лся", "лась", "лось", "лись", "ен", "ена", "ены", "ено", "ан", "ана", "аны", "ано", "ит", "ут"];

    private static readonly string[] RussianNow =
    [
        "ет", "ит", "ут", "ют", "ат", "ят", "ется", "ится", "утся", "ются", "атся", "ятся", "ешь", "ишь", "ем", "им", "ю", "юсь", "усь",
    ];

    /// <summary>Tense of the tokens from <paramref name="first"/> to <paramref name="last"/> by themselves and what follows them.</summary>
    public static Tense Of(Token[] tokens, int first, int last)
    {
        for (var i = last; i < tokens.Length && i <= last + 2 && tokens[i].Clause == tokens[last].Clause; i++)
        {
            if (IsAuxiliary(tokens[i].Word, i > first && i > 0 && IsConverb(tokens[i - 1].Word)))
            {
                return Tense.Now;
            }
        }

        for (var i = last; i >= first; i--)
        {
            var tense = OfWord(tokens[i].Word);
            if (tense != Tense.None)
            {
                return tense;
            }
        }

        return last + 1 < tokens.Length && tokens[last + 1].Clause == tokens[last].Clause && IsConverb(tokens[last].Word)
            ? OfWord(tokens[last + 1].Word)
            : Tense.None;
    }

    /// <summary>Tense of a single folded word.</summary>
    public static Tense OfWord(string word)
    {
        if (word.Length < 4)
        {
            return word is "бьет" or "бил" ? Tense.Now : Tense.None;
        }

        if (word.EndsWith("са", StringComparison.Ordinal) || word.EndsWith("се", StringComparison.Ordinal) || word.EndsWith("сам", StringComparison.Ordinal))
        {
            return Tense.Conditional;
        }

        // "Пышақпен" is a knife in a hand, no participle in "-ен".
        if (IsInstrumental(word))
        {
            return Tense.None;
        }

        // Kazakh habitual and future forms "-ады, -йды" would look like the past "-ды".
        if (EndsWithAny(word, ["ады", "еди", "йды", "йди"]))
        {
            return Tense.None;
        }

        return EndsWithAny(word, RussianPast) && !EndsWithAny(word, RussianNow) ? Tense.Past
            : EndsWithAny(word, RussianNow) ? Tense.Now
            : EndsWithAny(word, KazakhPast) ? Tense.Past
            : Tense.None;
    }

    private static bool IsAuxiliary(string word, bool afterConverb) =>
        Array.Exists(Auxiliaries, auxiliary => word.StartsWith(auxiliary, StringComparison.Ordinal) || (word.Length > auxiliary.Length + 2 && word.EndsWith("жатыр", StringComparison.Ordinal)))
        || (afterConverb && word is "тур" or "отыр" or "жур" or "жатты" or "бара");

    private static bool IsInstrumental(string word) => word.Length > 5 && EndsWithAny(word, ["пен", "бен", "мен"]);

    // What stands, sits or goes about now: "ұрып тұр", and with a thing in hand "пышақпен жүр".
    private static bool IsConverb(string word) => IsInstrumental(word)
        || (word.Length > 1 && (word.EndsWith('п') || word.EndsWith('й') || word.EndsWith('а') || word.EndsWith('е')));

    private static bool EndsWithAny(string word, string[] endings) => Array.Exists(endings, ending => word.EndsWith(ending, StringComparison.Ordinal));
}

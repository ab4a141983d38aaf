using CallIntake.Engine.Speech.Text;

namespace CallIntake.Engine.Speech.Whisper;

/// <summary>
/// Takes out of a decode with a prompt what the prompt alone put there. A word of the prompt, a name and a number that the decode without
/// it did not give must sound like what that decode gave in the same place; else that stands there. Pure.
/// </summary>
internal static class PromptGuard
{
    // A name is seldom spelt right: "имонова" is Иманова (0.86), "мы на боева" Мынбаева (0.78), "сейфовленной" Сейфуллина and "рмбк" Райымбека
    // by their consonants; "семь" is not Сейфуллин (0.22). Other words are known to the model: "двадцать" (0.63) is no тридцать.
    private const double LeastLikenessOfName = 0.5;
    private const double LeastLikenessOfWord = 0.8;

    // "сейфуллин" is the prompt's Сейфуллина in another form.
    private const double LeastLikenessToPrompt = 0.75;

    private const int MostWords = 3;
    private const int LeastConsonants = 3;
    private const string Vowels = "аеёиоуыэюяйъь";

    /// <summary>The text heard with the prompt, less what is not borne out by the text heard without it.</summary>
    /// <param name="plain">Heard without the prompt.</param>
    /// <param name="prompted">Heard with it.</param>
    /// <param name="suggested">Words of the prompt as it writes them; a capital letter makes a name.</param>
    public static SpeechRecognition Check(SpeechRecognition plain, SpeechRecognition prompted, IReadOnlySet<string> suggested)
    {
        var (heard, said) = (Fold(prompted), Fold(plain));
        var places = WordAlignment.Of(heard, said);
        var words = new List<RecognizedWord>();
        var replaced = false;
        for (int i = 0, end; i < heard.Length; i = end)
        {
            end = places[i] is not null ? i + 1 : EndOfGap(places, i);
            // What stands between the same words in both: times would be simpler, but those of a search with a beam are often wrong.
            var (first, last) = WordAlignment.Between(places, i, said.Length);
            var gap = new Gap(heard[i..end], said[first..last]);
            var isBorneOut = places[i] is not null || Enumerable.Range(i, end - i).All(word => IsBorneOut(heard[word], prompted.Words[word].Text, gap, suggested));
            replaced |= !isBorneOut;
            words.AddRange(isBorneOut ? prompted.Words.Take(end).Skip(i) : plain.Words.Take(last).Skip(first));
        }

        return replaced ? prompted with { Text = string.Join(' ', words.Select(word => word.Text)), Words = words } : prompted;
    }

    private static int EndOfGap(int?[] places, int start)
    {
        var next = Array.FindIndex(places, start, place => place is not null);
        return next < 0 ? places.Length : next;
    }

    // Words of the prompt and numbers need a likeness of their own, other names one of their place: a search hears words the prompt does not name.
    private static bool IsBorneOut(string word, string written, Gap gap, IReadOnlySet<string> suggested) =>
        Prompted(word, suggested) is { } least ? Likeness(word, gap.Said) >= least
        : HeardNumbers.IsNumber(word) ? Likeness(word, gap.Said) >= LeastLikenessOfWord
        : !char.IsUpper(written[0]) || Math.Max(Likeness(word, gap.Said), LettersAlike(Joined(gap.Heard), Joined(gap.Said))) >= LeastLikenessOfName;

    private static string Joined(string[] words) => string.Concat(words.Select(HeardNumbers.Spell));

    private static string[] Fold(SpeechRecognition recognition) => [.. recognition.Words.Select(word => TextFold.Fold(word.Text))];

    // How like a word of the prompt must be; null for another.
    private static double? Prompted(string word, IReadOnlySet<string> suggested) =>
        suggested.FirstOrDefault(one => LettersAlike(word, TextFold.Fold(one)) >= LeastLikenessToPrompt) is not { } match ? null
        : char.IsUpper(match[0]) ? LeastLikenessOfName
        : LeastLikenessOfWord;

    private static double Likeness(string word, string[] around)
    {
        var best = 0.0;
        word = HeardNumbers.Spell(word);
        around = Array.ConvertAll(around, HeardNumbers.Spell);
        for (var first = 0; first < around.Length; first++)
        {
            for (var count = 1; count <= MostWords && first + count <= around.Length; count++)
            {
                best = Math.Max(best, Likeness(word, string.Concat(around.AsSpan(first, count))));
            }
        }

        return best;
    }

    private static double Likeness(string first, string second)
    {
        var (left, right) = (Consonants(first), Consonants(second));
        var bones = left.Length >= LeastConsonants && right.Length >= LeastConsonants ? LettersAlike(left, right) : 0;
        return Math.Max(LettersAlike(first, second), bones);
    }

    private static string Consonants(string word) => string.Concat(word.Where(letter => char.IsLetter(letter) && !Vowels.Contains(letter, StringComparison.Ordinal)));

    private static double LettersAlike(string first, string second) =>
        1 - (double)ErrorRate.OfLetters(first, second).Errors / Math.Max(1, Math.Max(first.Length, second.Length));

    /// <summary>Words of both decodes between the same two words.</summary>
    private sealed record Gap(string[] Heard, string[] Said);
}

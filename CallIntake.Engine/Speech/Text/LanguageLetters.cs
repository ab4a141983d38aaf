namespace CallIntake.Engine.Speech.Text;

/// <summary>How many letters of a text stand in words of a language. Immutable.</summary>
/// <param name="Russian">Letters of words that are Russian.</param>
/// <param name="Kazakh">Letters of words that are Kazakh.</param>
/// <param name="Foreign">Letters of neither alphabet.</param>
/// <param name="All">All letters.</param>
internal readonly record struct LanguageLetters(int Russian, int Kazakh, int Foreign, int All)
{
    /// <summary>Kazakh letters of those whose language is known, 0 to 1.</summary>
    public double KazakhShare => (double)Kazakh / Math.Max(1, Russian + Kazakh);

    /// <summary>Counts. Names inside a sentence (streets above all, makes of cars) are no evidence; numbers in figures are none either.</summary>
    public static LanguageLetters Of(string text)
    {
        int russian = 0, kazakh = 0, foreign = 0, all = 0;
        var first = true;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var isName = !first && char.IsUpper(word[0]);
            first = word[^1] is '.' or '!' or '?';
            foreach (var part in TextFold.Words(word))
            {
                var letters = part.Count(char.IsLetter);
                all += letters;
                russian += !isName && LanguageWords.IsRussian(part) && !LanguageWords.IsKazakh(part) ? letters : 0;
                kazakh += !isName && LanguageWords.IsKazakh(part) ? letters : 0;
            }

            var strange = word.Count(LanguageWords.IsForeign);
            foreign += isName && char.IsAscii(word[0]) ? 0 : strange;
            all += word.Count(letter => letter == '\uFFFD');
        }

        return new LanguageLetters(russian, kazakh, foreign, all);
    }
}

using CallIntake.Engine.Speech.Text;

namespace CallIntake.Engine.Speech.Whisper;

/// <summary>
/// Takes out of a decode with a prompt what the prompt alone put there. A word of the prompt that the decode without it did not give must
/// sound like what that decode gave at the same time; else that stands in its place. Pure.
/// </summary>
internal static class PromptGuard
{
    // Times of tokens are guesses of the decoder; a word is sought this much around its own, seconds.
    private const double Slack = 0.5;

    // "имонова" is Иманова (0.86), "мы на боева" Мынбаева (0.78); "семь" is not Сейфуллин (0.22).
    private const double LeastLikeness = 0.5;

    // "сейфуллин" is the prompt's Сейфуллина in another form.
    private const double LeastLikenessToPrompt = 0.75;

    private const int MostWords = 3;

    /// <summary>The text heard with the prompt, less what is not borne out by the text heard without it.</summary>
    /// <param name="plain">Heard without the prompt.</param>
    /// <param name="prompted">Heard with it.</param>
    /// <param name="suggested">Words of the prompt, folded.</param>
    public static SpeechRecognition Check(SpeechRecognition plain, SpeechRecognition prompted, IReadOnlySet<string> suggested)
    {
        var said = plain.Words.Select(word => TextFold.Fold(word.Text)).ToHashSet(StringComparer.Ordinal);
        var words = new List<RecognizedWord>();
        var replaced = false;
        foreach (var word in prompted.Words)
        {
            var folded = TextFold.Fold(word.Text);
            if (said.Contains(folded) || suggested.All(name => Likeness(folded, name) < LeastLikenessToPrompt))
            {
                words.Add(word);
                continue;
            }

            var around = plain.Words.Where(other => other.End > word.Start - Slack && other.Start < word.End + Slack).ToArray();
            if (Likeness(folded, around) >= LeastLikeness)
            {
                words.Add(word);
                continue;
            }

            replaced = true;
            words.AddRange(around.Where(other => Middle(other) >= word.Start && Middle(other) <= word.End && !words.Contains(other)));
        }

        return replaced ? prompted with { Text = string.Join(' ', words.Select(word => word.Text)), Words = words } : prompted;
    }

    private static double Middle(RecognizedWord word) => (word.Start + word.End) / 2;

    private static double Likeness(string word, RecognizedWord[] around)
    {
        var best = 0.0;
        for (var first = 0; first < around.Length; first++)
        {
            for (var count = 1; count <= MostWords && first + count <= around.Length; count++)
            {
                best = Math.Max(best, Likeness(word, string.Concat(around.Skip(first).Take(count).Select(other => TextFold.Fold(other.Text)))));
            }
        }

        return best;
    }

    private static double Likeness(string first, string second) =>
        1 - (double)ErrorRate.OfLetters(first, second).Errors / Math.Max(1, Math.Max(first.Length, second.Length));
}

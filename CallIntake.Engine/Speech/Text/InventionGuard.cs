namespace CallIntake.Engine.Speech.Text;

/// <summary>What every recogniser's text goes through before anybody acts on it. Pure.</summary>
internal static class InventionGuard
{
    /// <summary>Confidence left to a text that was found to loop: low enough to ask again and to go to a human.</summary>
    public const double LoopConfidence = 0.1;

    // "Ааа" may be said; more of one letter and nothing else is what a recogniser writes for crying, howling and hum.
    private const int LongestHeld = 3;

    /// <summary>
    /// The recognition without phantom phrases and loops; their words are taken out too and the confidence falls. One letter over and over
    /// is no word.
    /// </summary>
    public static SpeechRecognition Check(SpeechRecognition heard)
    {
        var (spoken, invented) = PhantomPhrases.Default.Remove(heard.Text);
        if (IsHeldLetter(spoken))
        {
            return SpeechRecognition.Nothing(heard.Recognizer);
        }

        var (text, looped) = LoopGuard.Cut(spoken);
        if (!invented && !looped)
        {
            return heard;
        }

        if (TextFold.Fold(text).Length == 0)
        {
            return SpeechRecognition.Nothing(heard.Recognizer);
        }

        var confidence = looped ? Math.Min(LoopConfidence, heard.Confidence) : heard.Confidence * 0.5;
        return heard with { Text = text, Words = Remaining(heard.Words, text), Confidence = confidence };
    }

    private static bool IsHeldLetter(string text)
    {
        var letters = TextFold.Fold(text).Replace(" ", string.Empty, StringComparison.Ordinal);
        return letters.Length > LongestHeld && letters.All(letter => letter == letters[0] && char.IsLetter(letter));
    }

    private static List<RecognizedWord> Remaining(IReadOnlyList<RecognizedWord> words, string text)
    {
        var left = new Queue<string>(TextFold.Words(text));
        var remaining = new List<RecognizedWord>();
        foreach (var word in words)
        {
            var parts = TextFold.Words(word.Text);
            if (parts.Length > 0 && left.Count >= parts.Length && left.Take(parts.Length).SequenceEqual(parts, StringComparer.Ordinal))
            {
                remaining.Add(word);
                for (var i = 0; i < parts.Length; i++)
                {
                    left.Dequeue();
                }
            }
        }

        return remaining;
    }
}

using CallIntake.Engine.Speech.Text;

namespace CallIntake.Engine.Speech.Whisper;

/// <summary>
/// Decides the language of a turn from a decode forced to Russian and, where that one is doubtful, one forced to Kazakh. Pure. A model that
/// does not know Kazakh spells it in improbable Russian syllables; the words of such a text are hardly ever words.
/// </summary>
internal static class WhisperLanguage
{
    // A text of which less stands in Kazakh words is not Kazakh.
    private const double LeastKazakh = 0.3;

    /// <summary>Whether a decode forced to Kazakh looks Kazakh.</summary>
    public static bool IsKazakh(SpeechRecognition asKazakh) => KazakhShare(asKazakh) > LeastKazakh;

    /// <summary>The recognition with its language and how probable that is.</summary>
    /// <param name="asRussian">The decode forced to Russian.</param>
    /// <param name="asKazakh">The decode forced to Kazakh; null where the first was not doubtful.</param>
    /// <param name="expected">Whether the caller spoke Russian before.</param>
    /// <param name="neutral">Confidence that speaks neither for nor against.</param>
    public static SpeechRecognition Decide(SpeechRecognition asRussian, SpeechRecognition? asKazakh, bool expected, double neutral)
    {
        if (asKazakh is not null && asKazakh.Confidence > asRussian.Confidence && IsKazakh(asKazakh))
        {
            return AsKazakh(asKazakh);
        }

        var (language, probability) = LanguageJudge.JudgeRussian(asRussian.Text, asRussian.Confidence, expected, neutral);
        return asRussian.Text.Length == 0 ? asRussian : asRussian with { Language = language, LanguageProbability = probability };
    }

    /// <summary>A decode forced to Kazakh that looks it.</summary>
    public static SpeechRecognition AsKazakh(SpeechRecognition asKazakh) =>
        asKazakh with { Language = "kk", LanguageProbability = Math.Min(0.95, 0.5 + (KazakhShare(asKazakh) / 2)) };

    private static double KazakhShare(SpeechRecognition asKazakh)
    {
        var letters = LanguageLetters.Of(asKazakh.Text);
        return (double)letters.Kazakh / Math.Max(1, letters.All);
    }
}

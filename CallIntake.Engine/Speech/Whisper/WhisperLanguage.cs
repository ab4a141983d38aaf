using CallIntake.Engine.Speech.Text;

namespace CallIntake.Engine.Speech.Whisper;

/// <summary>
/// Decides the language of a turn from a decode forced to Russian and, where that one is doubtful, one forced to Kazakh. Pure. A model that
/// does not know Kazakh spells it in improbable Russian syllables; the words of such a text are hardly ever words.
/// </summary>
internal static class WhisperLanguage
{
    // Where fewer of the words than this look Russian, the text is no Russian.
    private const double RussianShare = 0.34;

    /// <summary>Whether a text forced to Russian does not look like Russian.</summary>
    public static bool LooksForeign(SpeechRecognition asRussian)
    {
        var words = TextFold.Words(asRussian.Text).Length;
        var (russian, kazakh) = LanguageJudge.Count(asRussian.Text);
        return words > 0 && (kazakh > 0 || russian < words * RussianShare);
    }

    /// <summary>The recognition with its language; null where nothing tells which.</summary>
    /// <param name="first">The decode forced to Russian, or to the language that was asked for.</param>
    /// <param name="asKazakh">The second decode; null where the first was not doubtful.</param>
    public static SpeechRecognition Decide(SpeechRecognition first, SpeechRecognition? asKazakh)
    {
        if (first.Text.Length == 0)
        {
            return first;
        }

        if (asKazakh is null)
        {
            var (language, probability) = LanguageJudge.Judge(first.Text);
            return first with { Language = language ?? first.Language, LanguageProbability = language is null ? first.Confidence : probability };
        }

        var (_, kazakhWords) = LanguageJudge.Count(asKazakh.Text);
        var kazakhShare = (double)kazakhWords / Math.Max(1, TextFold.Words(asKazakh.Text).Length);
        if (asKazakh.Confidence > first.Confidence && kazakhShare > 0.3)
        {
            return asKazakh with { Language = "kk", LanguageProbability = Math.Min(0.95, 0.5 + kazakhShare / 2) };
        }

        // Improbable syllables that are no Russian: whatever it is, this model does not understand it. Kazakh is what else is spoken here.
        return LooksForeign(first)
            ? first with { Language = "kk", LanguageProbability = Math.Clamp(1 - first.Confidence, 0.5, 0.9) }
            : first with { Language = null, LanguageProbability = first.Confidence };
    }
}

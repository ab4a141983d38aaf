using CallIntake.Engine.Speech.Text;

namespace CallIntake.Engine.Speech.Ctc;

/// <summary>Makes a recognition of what a CTC model spelled. Pure.</summary>
internal static class CtcRecognition
{
    // These models are sure of each letter by its sound, also of Kazakh ones, so mostly the words tell. Not measured with real weights.
    private const double NeutralConfidence = 0.85;

    /// <summary>
    /// The recognition; the language is told by the words, these models are not told it. What a model without Kazakh letters spells can be
    /// Kazakh all the same.
    /// </summary>
    /// <param name="words">What was spelled.</param>
    /// <param name="kazakh">Whether the model can spell Kazakh.</param>
    /// <param name="recognizer">Name and model.</param>
    /// <param name="expected">The language the call was in so far; null for none.</param>
    public static SpeechRecognition From(IReadOnlyList<RecognizedWord> words, bool kazakh, string recognizer, string? expected)
    {
        if (words.Count == 0)
        {
            return SpeechRecognition.Nothing(recognizer);
        }

        var text = string.Join(' ', words.Select(word => word.Text));
        var letters = words.Sum(word => word.Text.Length);
        var confidence = words.Sum(word => word.Confidence * word.Text.Length) / letters;
        var (language, probability) = kazakh ? LanguageJudge.Judge(text) : LanguageJudge.JudgeRussian(text, confidence, expected == "ru", NeutralConfidence);
        return new SpeechRecognition(text, language, probability, confidence, words, recognizer);
    }
}

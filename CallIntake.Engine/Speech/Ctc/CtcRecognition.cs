using CallIntake.Engine.Speech.Text;

namespace CallIntake.Engine.Speech.Ctc;

/// <summary>Makes a recognition of what a CTC model spelled. Pure.</summary>
internal static class CtcRecognition
{
    /// <summary>The recognition; the language is told by the words, these models are not told it.</summary>
    /// <param name="words">What was spelled.</param>
    /// <param name="kazakh">Whether the model can spell Kazakh.</param>
    /// <param name="recognizer">Name and model.</param>
    public static SpeechRecognition From(IReadOnlyList<RecognizedWord> words, bool kazakh, string recognizer)
    {
        if (words.Count == 0)
        {
            return SpeechRecognition.Nothing(recognizer);
        }

        var text = string.Join(' ', words.Select(word => word.Text));
        var letters = words.Sum(word => word.Text.Length);
        var confidence = words.Sum(word => word.Confidence * word.Text.Length) / letters;
        var (language, probability) = kazakh ? LanguageJudge.Judge(text) : ("ru", confidence);
        return new SpeechRecognition(text, language, probability, confidence, words, recognizer);
    }
}

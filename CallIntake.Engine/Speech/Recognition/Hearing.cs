using CallIntake.Engine.Speech.Text;

namespace CallIntake.Engine.Speech.Recognition;

/// <summary>A whole turn as a chain heard it.</summary>
/// <param name="Recognition">Text, language, words and confidence.</param>
/// <param name="Understood">Whether each piece is in a language that the recogniser which heard it is fit for.</param>
internal sealed record Hearing(SpeechRecognition Recognition, bool Understood)
{
    /// <summary>Whether something was heard by a recogniser that is fit for its language; no words need no understanding. Pure.</summary>
    /// <param name="heard">What was heard.</param>
    /// <param name="languages">Languages the recogniser is fit for.</param>
    public static bool IsUnderstood(SpeechRecognition heard, IReadOnlyCollection<string> languages) =>
        heard.Text.Length == 0 || (heard.LanguageProbability >= LanguageJudge.Doubtful && heard.Language switch
        {
            null => true,
            "mixed" => languages.Contains("ru", StringComparer.Ordinal) && languages.Contains("kk", StringComparer.Ordinal),
            var language => languages.Contains(language, StringComparer.Ordinal),
        });
}

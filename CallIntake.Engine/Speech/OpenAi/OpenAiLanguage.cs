using System.Text.Json;
using CallIntake.Engine.Speech.Http;
using CallIntake.Engine.Speech.Text;

namespace CallIntake.Engine.Speech.OpenAi;

/// <summary>
/// The language of an answer: by its words; by what the server detected where they do not tell; by what another CallIntake says, which
/// weighed the sound as well. Pure.
/// </summary>
internal static class OpenAiLanguage
{
    // Fields of the verbose answer of a CallIntake.
    private const string ProbabilityField = "language_probability";
    private const string UnderstoodField = "understood";

    /// <summary>The language, null where unknown, and how probable it is.</summary>
    public static (string? Language, double Probability) Of(JsonElement answer, string text, double confidence, bool knowsKazakh, string? expected)
    {
        var detected = answer.Text("language")?.ToUpperInvariant();
        if (answer.Number(ProbabilityField) is { } weighed)
        {
            var refused = answer.TryGetProperty(UnderstoodField, out var understood) && understood.ValueKind == JsonValueKind.False;
            return (Name(detected), refused ? Math.Min(weighed, 1 - LanguageJudge.Doubtful - 0.01) : weighed);
        }

        var (language, probability) = knowsKazakh ? LanguageJudge.Judge(text) : LanguageJudge.JudgeRussian(text, confidence, expected == "ru");
        return detected switch
        {
            null or "" => (language, probability),
            _ when Name(detected) is { } name => (probability < LanguageJudge.Doubtful ? language : language ?? name, probability),
            // English, Kyrgyz, Chinese: what servers take Kazakh for that they do not understand.
            _ => (null, probability * LanguageJudge.Doubtful),
        };
    }

    private static string? Name(string? detected) => detected switch
    {
        "RU" or "RUSSIAN" => "ru",
        "KK" or "KAZAKH" => "kk",
        "MIXED" => "mixed",
        _ => null,
    };
}

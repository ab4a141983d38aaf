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
    /// <summary>Field of the verbose answer of a CallIntake: how probable its language is, 0 to 1.</summary>
    public const string ProbabilityField = "language_probability";

    /// <summary>Field of the verbose answer of a CallIntake: whether a recogniser fit for the language heard it.</summary>
    public const string UnderstoodField = "understood";

    /// <summary>What a CallIntake writes for a language it does not know.</summary>
    public const string Unknown = "unknown";

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

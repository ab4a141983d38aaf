using System.Text.Json;
using CallIntake.Engine.Speech.Http;
using CallIntake.Engine.Speech.Text;

namespace CallIntake.Engine.Speech.OpenAi;

/// <summary>
/// Reads the answer of <c>/audio/transcriptions</c>: <c>{"text"}</c>, or the verbose form with words and segments. whisper-server puts line
/// breaks into the text and parts of words into the words. Pure.
/// </summary>
internal static class OpenAiAnswer
{
    // Servers that give no probabilities leave the words unproved: enough to go on, too little to rely on.
    private const double UnknownConfidence = 0.6;

    /// <summary>The recognition.</summary>
    /// <param name="answer">What the server said.</param>
    /// <param name="recognizer">Name and model.</param>
    /// <param name="languages">Languages the model is fit for.</param>
    /// <param name="expected">The language the call was in so far; null for none.</param>
    /// <exception cref="SpeechException">There is no text in the answer.</exception>
    public static SpeechRecognition Read(JsonElement answer, string recognizer, IReadOnlyCollection<string> languages, string? expected)
    {
        var text = answer.Text("text") ?? throw new SpeechException($"{recognizer}: the answer has no text.");
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (TextFold.Fold(text).Length == 0)
        {
            return SpeechRecognition.Nothing(recognizer);
        }

        var confidence = Confidence(answer);
        var (language, probability) = OpenAiLanguage.Of(answer, text, confidence, languages.Contains("kk", StringComparer.Ordinal), expected);
        return new SpeechRecognition(text, language, probability, confidence, Words(answer, text, confidence), recognizer);
    }

    private static double Confidence(JsonElement answer)
    {
        var segments = answer.List("segments")
            .Select(segment => (Log: segment.Number("avg_logprob"), Length: (segment.Number("end") ?? 1) - (segment.Number("start") ?? 0)))
            .Where(segment => segment.Log is not null).ToArray();
        return segments.Length == 0
            ? UnknownConfidence
            : Math.Clamp(segments.Sum(segment => Math.Exp(segment.Log!.Value) * Math.Max(0.01, segment.Length)) / segments.Sum(segment => Math.Max(0.01, segment.Length)), 0, 1);
    }

    private static List<RecognizedWord> Words(JsonElement answer, string text, double confidence)
    {
        var words = new List<RecognizedWord>();
        foreach (var word in answer.List("words").Concat(answer.List("segments").SelectMany(segment => segment.List("words"))))
        {
            var part = word.Text("word") ?? string.Empty;
            var end = word.Number("end") ?? 0;
            var probability = word.Number("probability") ?? confidence;
            var isPart = words.Count > 0 && !part.StartsWith(' ') && !text.Contains($" {part.Trim()}", StringComparison.OrdinalIgnoreCase);
            if (isPart)
            {
                words[^1] = words[^1] with { Text = words[^1].Text + part.Trim(), End = end, Confidence = Math.Min(words[^1].Confidence, probability) };
            }
            else if (part.Trim().Length > 0)
            {
                words.Add(new RecognizedWord(part.Trim(), word.Number("start") ?? 0, end, probability));
            }
        }

        return words;
    }
}

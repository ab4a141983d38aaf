using CallIntake.Engine.Speech.Text;
using Whisper.net;

namespace CallIntake.Engine.Speech.Whisper;

/// <summary>Puts the parts of words that Whisper gives together to words with times and confidences. Pure.</summary>
internal static class WhisperWords
{
    private const double TimeUnitsPerSecond = 100;

    /// <summary>The words of the segments of one decode.</summary>
    public static IReadOnlyList<RecognizedWord> From(IEnumerable<SegmentData> segments)
    {
        var words = new List<RecognizedWord>();
        foreach (var segment in segments)
        {
            var texts = segment.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var groups = Group(segment.Tokens);
            for (var i = 0; i < groups.Count; i++)
            {
                // A letter that is cut into several tokens is only whole in the segment's text.
                var text = groups.Count == texts.Length ? texts[i] : string.Concat(groups[i].Select(token => token.Text)).Trim();
                words.Add(Word(text, groups[i]));
            }
        }

        return words;
    }

    /// <summary>Mean probability of all tokens that spell words, 0 to 1.</summary>
    public static double Confidence(IEnumerable<SegmentData> segments) => segments
        .SelectMany(segment => segment.Tokens)
        .Where(token => !IsSpecial(token) && TextFold.Fold(token.Text ?? string.Empty).Length > 0)
        .Select(token => (double)token.Probability)
        .DefaultIfEmpty(0)
        .Average();

    private static List<List<WhisperToken>> Group(IEnumerable<WhisperToken> tokens)
    {
        var groups = new List<List<WhisperToken>>();
        foreach (var token in tokens.Where(token => !IsSpecial(token)))
        {
            var text = token.Text ?? string.Empty;
            if (groups.Count == 0 || (text.StartsWith(' ') && !string.IsNullOrWhiteSpace(text)))
            {
                groups.Add([]);
            }

            groups[^1].Add(token);
        }

        return groups;
    }

    private static RecognizedWord Word(string text, List<WhisperToken> tokens)
    {
        var spelling = tokens.Where(token => TextFold.Fold(token.Text ?? string.Empty).Length > 0).DefaultIfEmpty(tokens[0]).ToArray();
        var confidence = Math.Exp(spelling.Average(token => Math.Log(Math.Max(token.Probability, 1e-6))));
        return new RecognizedWord(text, spelling[0].Start / TimeUnitsPerSecond, spelling[^1].End / TimeUnitsPerSecond, confidence);
    }

    private static bool IsSpecial(WhisperToken token) => token.Text is null || token.Text.StartsWith("[_", StringComparison.Ordinal) || token.Text.StartsWith("<|", StringComparison.Ordinal);
}

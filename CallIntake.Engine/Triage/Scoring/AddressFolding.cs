using System.Text.RegularExpressions;

namespace CallIntake.Engine.Triage.Scoring;

/// <summary>Street names as the score compares them: case, type words, punctuation and the letters that only Kazakh has fold.</summary>
internal static partial class AddressFolding
{
    private static readonly HashSet<string> TypeWords = new(
        ((string[])[
            "улица", "ул", "проспект", "пр", "көшесі", "көше", "даңғылы", "даңғыл", "микрорайон", "мкр", "ықшамаудан", "ықшамауданы", "шағынаудан",
            "шағын", "аудан", "ауданы", "переулок", "пер", "бульвар", "дом", "үй", "кв", "квартира",
        ]).Select(Plain),
        StringComparer.Ordinal);

    /// <summary>The folded name; empty for null.</summary>
    public static string Fold(string? text) => string.Join(
        ' ',
        Words().Matches(Plain((text ?? string.Empty).ToLowerInvariant())).Select(match => match.Value).Where(word => !TypeWords.Contains(word)));

    private static string Plain(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            var at = "ёәғқңөұүһі".IndexOf(source[i], StringComparison.Ordinal);
            span[i] = at < 0 ? source[i] : "еагкноуухи"[at];
        }
    });

    [GeneratedRegex(@"[\w/]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}

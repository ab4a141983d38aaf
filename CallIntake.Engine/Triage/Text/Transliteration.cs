using System.Text;

namespace CallIntake.Engine.Triage.Text;

/// <summary>Reads Russian and Kazakh that was written in Latin letters.</summary>
internal static class Transliteration
{
    private static readonly (string Latin, string Cyrillic)[] Pairs =
    [
        ("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ya", "я"), ("yo", "е"), ("gh", "г"),
        ("a", "а"), ("b", "б"), ("c", "с"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"), ("i", "и"), ("j", "ж"),
        ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "к"), ("r", "р"), ("s", "с"), ("t", "т"),
        ("u", "у"), ("v", "в"), ("w", "у"), ("x", "х"), ("y", "ы"), ("z", "з"),
    ];

    private const string LookAlikes = "aceiopxykmthb";
    private const string Meant = "асеиорхукмтнв";

    /// <summary>The word in Cyrillic; in a word with Cyrillic letters a Latin one is what it looks like, else what it sounds like.</summary>
    public static string ToCyrillic(ReadOnlySpan<char> word)
    {
        if (word.ContainsAnyInRange('\u0400', '\u04FF'))
        {
            return string.Create(word.Length, word, static (result, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                {
                    var at = LookAlikes.IndexOf(source[i], StringComparison.Ordinal);
                    result[i] = at < 0 ? source[i] : Meant[at];
                }
            });
        }

        var result = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length;)
        {
            var matched = false;
            foreach (var (latin, cyrillic) in Pairs)
            {
                if (word[i..].StartsWith(latin, StringComparison.Ordinal))
                {
                    result.Append(cyrillic);
                    i += latin.Length;
                    matched = true;
                    break;
                }
            }

            if (!matched)
            {
                result.Append(word[i++]);
            }
        }

        return result.ToString();
    }
}

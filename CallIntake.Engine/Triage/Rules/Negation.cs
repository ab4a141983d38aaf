using CallIntake.Engine.Triage.Text;

namespace CallIntake.Engine.Triage.Rules;

/// <summary>
/// Whether the words around say that a thing is not so. Russian denies before the word (не бьёт, нет ножа, без крови), Kazakh behind it
/// (ұрған жоқ, атыс емес) or inside it (ұрмайды, тимеді). Static and pure.
/// </summary>
internal static class Negation
{
    private static readonly string[] Suffixes = ["ма", "ме", "ба", "бе", "па", "пе"];

    /// <summary>Whether the tokens from <paramref name="first"/> to <paramref name="last"/> are denied.</summary>
    public static bool Holds(Token[] tokens, int first, int last) => DeniedBefore(tokens, first) || DeniedAfter(tokens, last) || IsNegativeVerb(tokens[last].Word);

    /// <summary>Whether a folded Kazakh verb form carries the negative suffix: ұрмайды, ұрмады, ұрмаған, ұрмай.</summary>
    public static bool IsNegativeVerb(string word)
    {
        for (var i = 2; i + 3 <= word.Length; i++)
        {
            var suffix = word.AsSpan(i, 2);
            if (!suffix.StartsWith("м") && !suffix.StartsWith("б") && !suffix.StartsWith("п"))
            {
                continue;
            }

            if (Array.Exists(Suffixes, s => word.AsSpan(i, 2).SequenceEqual(s)) && IsVerbTail(word.AsSpan(i + 2)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsVerbTail(ReadOnlySpan<char> tail) =>
        tail is "й" or "ды" or "ди" or "ган" or "ген" or "йды" or "йди" or "йсын" or "йсин" or "ймын" or "ймин" or "ймыз" or "ймиз" or "са" or "се"
            or "дым" or "дим" or "дык" or "дик" or "ганмын" or "генмин" or "пты" or "пти" or "йин" or "йын" or "с" or "сын" or "син" or "нгиз"
            or "ныз" or "низ";

    private static bool DeniedBefore(Token[] tokens, int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - 2 && tokens[i].Sentence == tokens[first].Sentence; i--)
        {
            var word = tokens[i].Word;
            if (word is "не" or "ни" or "без" or "никакой" or "никакого" or "никаких" or "никакие" or "никакая")
            {
                return i == first - 1 || tokens[i].Clause == tokens[first].Clause;
            }

            if (i == first - 1 && word is "нет" or "нету" or "никто" && tokens[i].Clause == tokens[first].Clause)
            {
                return true;
            }
        }

        return false;
    }

    private static bool DeniedAfter(Token[] tokens, int last)
    {
        for (var i = last + 1; i < tokens.Length && i <= last + 3 && tokens[i].Clause == tokens[last].Clause; i++)
        {
            var word = tokens[i].Word;
            if (word is "емес" or "емеспин" or "емеспиз" || (i <= last + 2 && word is "жок" or "жокпыз" or "жокпын") || (i == last + 1 && word is "нет" or "нету"))
            {
                return true;
            }
        }

        return false;
    }
}

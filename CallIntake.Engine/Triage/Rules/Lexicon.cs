using System.Collections.Frozen;
using CallIntake.Engine.Triage.Text;

namespace CallIntake.Engine.Triage.Rules;

/// <summary>Finds the entries of all concepts in a call. Immutable, thread-safe.</summary>
internal sealed class Lexicon
{
    private const int LongestGap = 3;
    private const int ShortestSound = 5;

    // Shorter halves are words of their own: "за хлебом" is not "захлебывается".
    private const int ShortestHalf = 3;
    private readonly FrozenDictionary<string, WordPattern[]> _exact;
    private readonly FrozenDictionary<string, WordPattern[]> _prefix;
    private readonly FrozenDictionary<string, WordPattern[]> _sounds;
    private readonly int _longestPrefix;
    private readonly int _longestSound;

    public Lexicon(IReadOnlyList<WordPattern> patterns, IReadOnlySet<int> bySound)
    {
        var all = patterns.Concat(patterns.Where(IsMergeable).Select(Merge)).ToList();
        _exact = Index(all.Where(pattern => !pattern.Parts[0].Prefix), pattern => pattern.Parts[0].Literal);
        _prefix = Index(all.Where(pattern => pattern.Parts[0].Prefix), pattern => pattern.Parts[0].Literal);
        _sounds = Index(
            all.Where(pattern => pattern.Parts.Count == 1 && bySound.Contains(pattern.Concept) && Sound(pattern).Length >= ShortestSound),
            Sound);
        _longestPrefix = _prefix.Keys.Select(key => key.Length).DefaultIfEmpty().Max();
        _longestSound = _sounds.Keys.Select(key => key.Length).DefaultIfEmpty().Max();
    }

    /// <summary>Every match as pattern, first and last token; overlapping ones included.</summary>
    public void Find(Token[] tokens, List<(WordPattern Pattern, int First, int Last, bool Guessed)> matches)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            var before = matches.Count;
            FindAt(tokens, i, matches);
            if (matches.Count == before)
            {
                FindSplit(tokens, i, matches);
            }

            if (matches.Count == before && tokens[i].Word.Length >= ShortestSound)
            {
                FindSound(tokens, i, matches);
            }
        }
    }

    private void FindAt(Token[] tokens, int index, List<(WordPattern, int, int, bool)> matches)
    {
        var word = tokens[index].Word;
        if (_exact.TryGetValue(word, out var exact))
        {
            AddFitting(exact, tokens, index, matches);
        }

        var lookup = _prefix.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(word.Length, _longestPrefix); length > 0; length--)
        {
            if (lookup.TryGetValue(word.AsSpan(0, length), out var prefixed))
            {
                AddFitting(prefixed, tokens, index, matches);
            }
        }
    }

    // "стре ляют": the two halves say nothing alone, together they are an entry.
    private void FindSplit(Token[] tokens, int index, List<(WordPattern, int, int, bool)> matches)
    {
        if (index + 1 >= tokens.Length || tokens[index].Word.Length < ShortestHalf || tokens[index + 1].Word.Length < ShortestHalf
            || tokens[index].Clause != tokens[index + 1].Clause)
        {
            return;
        }

        var joined = tokens[index].Word + tokens[index + 1].Word;
        if (_exact.TryGetValue(joined, out var exact))
        {
            matches.AddRange(exact.Where(pattern => pattern.Parts.Count == 1).Select(pattern => (pattern, index, index + 1, true)));
        }

        var lookup = _prefix.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(joined.Length, _longestPrefix); length > Math.Max(tokens[index].Word.Length, 4); length--)
        {
            if (lookup.TryGetValue(joined.AsSpan(0, length), out var prefixed))
            {
                matches.AddRange(prefixed.Where(pattern => pattern.Parts.Count == 1).Select(pattern => (pattern, index, index + 1, true)));
            }
        }
    }

    private void FindSound(Token[] tokens, int index, List<(WordPattern, int, int, bool)> matches)
    {
        var sound = tokens[index].Sound;
        var lookup = _sounds.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(sound.Length, _longestSound); length >= ShortestSound; length--)
        {
            if (lookup.TryGetValue(sound.AsSpan(0, length), out var patterns))
            {
                matches.AddRange(patterns
                    .Where(pattern => pattern.Parts[0].Prefix || length == sound.Length)
                    .Select(pattern => (pattern, index, index, true)));
            }
        }
    }

    private static void AddFitting(WordPattern[] patterns, Token[] tokens, int index, List<(WordPattern, int, int, bool)> matches)
    {
        foreach (var pattern in patterns)
        {
            var last = LastToken(pattern, tokens, index);
            if (last >= 0)
            {
                matches.Add((pattern, index, last, false));
            }
        }
    }

    private static int LastToken(WordPattern pattern, Token[] tokens, int index)
    {
        for (var part = 1; part < pattern.Parts.Count; part++)
        {
            var next = NextFitting(pattern.Parts[part], tokens, index);
            if (next < 0)
            {
                return -1;
            }

            index = next;
        }

        return index;
    }

    private static int NextFitting(WordPart part, Token[] tokens, int index)
    {
        var furthest = Math.Min(tokens.Length - 1, index + (part.Gap ? LongestGap + 1 : 1));
        for (var i = index + 1; i <= furthest && tokens[i].Sentence == tokens[index].Sentence; i++)
        {
            if (part.Fits(tokens[i].Word))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsMergeable(WordPattern pattern) => pattern.Parts.Count == 2 && !pattern.Parts[0].Prefix && !pattern.Parts[1].Gap
        && pattern.Parts[0].Literal.Length + pattern.Parts[1].Literal.Length >= 6;

    private static WordPattern Merge(WordPattern pattern) =>
        new(pattern.Concept, [new WordPart(pattern.Parts[0].Literal + pattern.Parts[1].Literal, pattern.Parts[1].Prefix, Gap: false)]);

    private static string Sound(WordPattern pattern) => TextFolding.Sound(pattern.Parts[0].Literal);

    private static FrozenDictionary<string, WordPattern[]> Index(IEnumerable<WordPattern> patterns, Func<WordPattern, string> key) =>
        patterns.GroupBy(key, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}

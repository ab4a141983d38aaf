using System.Text.RegularExpressions;

namespace CallIntake.Engine.Speech.Text;

/// <summary>
/// Takes phrases out of a text that recognisers invent from noise ("Субтитры сделал …") and notes about sound ("[музыка]", "♪").
/// The list is the data file phantoms.txt. Immutable.
/// </summary>
internal sealed partial class PhantomPhrases
{
    // The longest phrase of the list has seven words; a dash between them counts as one.
    private const int LongestTail = 8;

    private readonly HashSet<string> _whole = new(StringComparer.Ordinal);
    private readonly List<string> _beginnings = [];
    private readonly HashSet<string> _phrases = new(StringComparer.Ordinal);

    /// <summary>Reads a list: one phrase a line, # for remarks, * at the end for "begins with".</summary>
    public PhantomPhrases(IEnumerable<string> lines)
    {
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            var phrase = TextFold.Fold(line);
            if (line.TrimEnd().EndsWith('*'))
            {
                _beginnings.Add(phrase);
            }
            else
            {
                _whole.Add(phrase);
            }

            // One word alone ("музыка") is what callers say.
            if (phrase.Contains(' ', StringComparison.Ordinal))
            {
                _phrases.Add(phrase);
            }
        }
    }

    /// <summary>The list that comes with the product.</summary>
    public static PhantomPhrases Default { get; } = new(ReadDefault());

    /// <summary>The text without invented sentences, and whether there were any.</summary>
    public (string Text, bool Found) Remove(string text)
    {
        var spoken = Notes().Replace(text, " ");
        spoken = WithoutTail(spoken);
        var kept = Sentence().Matches(spoken).Select(match => match.Value.Trim()).Where(sentence => !IsPhantom(sentence)).ToArray();
        var result = string.Join(' ', kept);
        return string.Equals(TextFold.Fold(result), TextFold.Fold(text), StringComparison.Ordinal) ? (text, false) : (result, true);
    }

    // Recognisers put phantoms at the end, after speech, and several in a row; without a full stop no sentence shows them.
    private string WithoutTail(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var length = words.Length;
        while (TailStart(words, length) is var start and >= 0)
        {
            length = start;
        }

        return length == words.Length ? text : string.Join(' ', words.AsSpan(..length)!).TrimEnd(',', ' ', '-', '–', ';');
    }

    private int TailStart(string[] words, int end)
    {
        var first = Math.Max(0, end - LongestTail);
        return Enumerable.Range(first, end - first).FirstOrDefault(start => _phrases.Contains(TextFold.Fold(string.Join(' ', words[start..end]))), -1);
    }

    private static string[] ReadDefault()
    {
        using var stream = typeof(PhantomPhrases).Assembly.GetManifestResourceStream("CallIntake.Engine.Speech.Text.phantoms.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n');
    }

    private bool IsPhantom(string sentence)
    {
        var folded = TextFold.Fold(sentence);
        return folded.Length == 0 || _whole.Contains(folded) || _beginnings.Exists(beginning => folded.StartsWith(beginning, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\[[^\]]*\]|\([^)]*\)|\*[^*]+\*|[♪♫🎵]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Notes();

    // A full stop after a single letter is an initial, not an end.
    [GeneratedRegex(@"\S.*?((?<!\b\w)[.!?…]+(?=\s|$)|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentence();
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallIntake.Engine.Speech.Ctc;

/// <summary>What the outputs of a CTC model stand for. Immutable.</summary>
/// <param name="Tokens">Text of each output; a space stands between words.</param>
/// <param name="Blank">The output that stands for nothing.</param>
internal sealed record CtcVocabulary(IReadOnlyList<string> Tokens, int Blank)
{
    // SentencePiece writes a space as this sign.
    private const char Space = '\u2581';

    /// <summary>Whether Kazakh can be spelled with it.</summary>
    public bool HasKazakh => Tokens.Any(token => token.Contains('ә', StringComparison.Ordinal) || token.Contains('қ', StringComparison.Ordinal));

    /// <summary>Reads a vocabulary of GigaAM: one "token number" a line, <c>&lt;blk&gt;</c> is the blank.</summary>
    /// <exception cref="InvalidDataException">A line is not a token and a number, or there is no blank.</exception>
    public static CtcVocabulary FromLines(IEnumerable<string> lines)
    {
        var tokens = new SortedDictionary<int, string>();
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            var gap = line.LastIndexOf(' ');
            if (gap < 0 || !int.TryParse(line.AsSpan(gap + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                throw new InvalidDataException($"'{line}' is not a token and its number.");
            }

            tokens[number] = line[..gap].Replace(Space, ' ');
        }

        var texts = tokens.Values.ToArray();
        var blank = Array.IndexOf(texts, "<blk>");
        return blank >= 0 && tokens.Keys.Last() == texts.Length - 1
            ? new CtcVocabulary(texts, blank)
            : throw new InvalidDataException("the vocabulary has gaps or no <blk>.");
    }

    /// <summary>Reads the configuration of T-one: <c>decoder_params.vocabulary</c> and <c>pad_token_id</c>.</summary>
    /// <exception cref="InvalidDataException">They are missing.</exception>
    public static CtcVocabulary FromConfiguration(string json)
    {
        try
        {
            var root = JsonNode.Parse(json)!;
            var tokens = root["decoder_params"]!["vocabulary"]!.AsArray().Select(token => token!.GetValue<string>()).ToList();
            var blank = root["pad_token_id"]!.GetValue<int>();
            while (tokens.Count <= blank)
            {
                tokens.Add(string.Empty);
            }

            return new CtcVocabulary(tokens, blank);
        }
        catch (Exception exception) when (exception is JsonException or NullReferenceException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"decoder_params.vocabulary or pad_token_id is missing: {exception.Message}", exception);
        }
    }
}

using System.Buffers;

namespace CallIntake.Engine.Triage.Text;

/// <summary>Splits a call into words that know where they stand. Static and pure; any text is accepted.</summary>
internal static class Tokenizer
{
    private static readonly SearchValues<char> KazakhLetters = SearchValues.Create("әғқңөұүһіӘҒҚҢӨҰҮҺІ");

    /// <summary>Words of all turns; every turn begins a sentence.</summary>
    public static TokenizedCall Read(IReadOnlyList<TriageTurn> turns)
    {
        var tokens = new List<Token>();
        var questions = new List<bool> { false };
        var clause = 0;
        for (var turn = 0; turn < turns.Count; turn++)
        {
            ReadTurn(turns[turn].Text ?? string.Empty, turn, tokens, questions, ref clause);
            questions.Add(false);
            clause++;
        }

        return new TokenizedCall([.. tokens], [.. questions], turns);
    }

    /// <summary>The folded words of a short text, such as a pattern of the rules.</summary>
    public static IReadOnlyList<string> Words(string text) =>
        [.. Read([new TriageTurn(0, text)]).Tokens.Select(token => token.Word)];

    private static void ReadTurn(string text, int turn, List<Token> tokens, List<bool> questions, ref int clause)
    {
        for (var i = 0; i < text.Length;)
        {
            if (IsWordStart(text[i]))
            {
                var start = i++;
                while (i < text.Length && IsWordPart(text[i]))
                {
                    i++;
                }

                var word = TextFolding.FoldWord(text.AsSpan(start, i - start));
                if (word.Length > 0)
                {
                    tokens.Add(new Token(word, TextFolding.Sound(word), turn, start, i, questions.Count - 1, clause, HasKazakhLetter(text.AsSpan(start, i - start))));
                }

                continue;
            }

            Separate(text[i++], questions, ref clause);
        }
    }

    private static void Separate(char c, List<bool> questions, ref int clause)
    {
        switch (c)
        {
            case '?':
                questions[^1] = true;
                questions.Add(false);
                clause++;
                break;
            case '.' or '!' or '…' or '\n' or '\r':
                questions.Add(false);
                clause++;
                break;
            case ',' or ';' or ':' or '—' or '–' or '(' or ')' or '«' or '»' or '"':
                clause++;
                break;
        }
    }

    private static bool IsWordStart(char c) => char.IsLetterOrDigit(c);

    // Invisible characters and accents inside a word belong to it, so that they cannot hide it.
    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || (c is not ('\n' or '\r' or '\t') && TextFolding.Fold(c) == '\0');

    private static bool HasKazakhLetter(ReadOnlySpan<char> word) => word.ContainsAny(KazakhLetters);
}

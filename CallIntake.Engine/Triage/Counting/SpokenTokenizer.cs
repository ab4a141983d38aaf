namespace CallIntake.Engine.Triage.Counting;

/// <summary>Splits a text into words and numbers in one pass. Pure; takes any text; a number and a letter behind it ("12а") stay one token.</summary>
internal static class SpokenTokenizer
{
    /// <summary>Tokens read from one text; what lies behind is left unread (nobody says so much in a turn).</summary>
    public const int MaximumTokens = 4000;

    /// <summary>The tokens in their order.</summary>
    public static List<SpokenToken> Read(string text)
    {
        var tokens = new List<SpokenToken>(text.Length / 6 + 4);
        var gap = SpokenGap.Stop;
        var position = 0;
        while (position < text.Length && tokens.Count < MaximumTokens)
        {
            var length = WordLength(text, position);
            if (length == 0)
            {
                gap = Stronger(gap, GapOf(text, position));
                position++;
                continue;
            }

            var word = text.Substring(position, length);
            tokens.Add(new SpokenToken(word, PlainText.Fold(word), position, gap));
            gap = SpokenGap.Space;
            position += length;
        }

        return tokens;
    }

    private static int WordLength(string text, int start)
    {
        var end = start;
        if (char.IsAsciiDigit(text[start]))
        {
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            // One letter glued to a number is a house letter; more letters are a word of their own.
            return end < text.Length && char.IsLetter(text[end]) && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1]))
                ? end + 1 - start
                : end - start;
        }

        while (end < text.Length && (char.IsLetter(text[end]) || IsMark(text[end])))
        {
            end++;
        }

        return end > start && char.IsLetter(text[start]) ? end - start : 0;
    }

    private static bool IsMark(char character) => char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark;

    private static SpokenGap Stronger(SpokenGap one, SpokenGap other) => one >= other ? one : other;

    private static SpokenGap GapOf(string text, int position) => text[position] switch
    {
        '-' or '‑' => Glued(text, position) ? SpokenGap.Hyphen : SpokenGap.Dash,
        '—' or '–' => Glued(text, position) && char.IsDigit(text[position + 1]) ? SpokenGap.Hyphen : SpokenGap.Dash,
        '/' or '\\' => SpokenGap.Slash,
        ',' => SpokenGap.Comma,
        '.' or '!' or '?' or '…' or ';' or ':' or '\n' => SpokenGap.Stop,
        '«' or '»' or '"' or '“' or '”' or '„' or '(' or ')' or '[' or ']' => SpokenGap.Quote,
        _ => SpokenGap.Space,
    };

    private static bool Glued(string text, int position) =>
        position > 0 && position + 1 < text.Length && char.IsLetterOrDigit(text[position - 1]) && char.IsLetterOrDigit(text[position + 1]);
}

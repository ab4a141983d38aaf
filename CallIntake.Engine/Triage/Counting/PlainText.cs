namespace CallIntake.Engine.Triage.Counting;

/// <summary>
/// Folds what a recogniser and a hurried hand lose: case, ё, the letters that only Kazakh has, and Latin letters that look Cyrillic.
/// One character in, one out, so positions stay.
/// </summary>
internal static class PlainText
{
    private const string From = "ёәғқңөұүһіaceiopxykmthb";
    private const string To = "еагкноуухиасеиорхукмтнв";

    /// <summary>The folded character; Latin look-alikes only where <paramref name="latinToo"/>.</summary>
    public static char Fold(char character, bool latinToo)
    {
        var lower = char.ToLowerInvariant(character);
        var index = From.IndexOf(lower, StringComparison.Ordinal);
        if (index < 0)
        {
            return lower;
        }

        return char.IsAscii(lower) && !latinToo ? lower : To[index];
    }

    /// <summary>The folded word. A word with one Cyrillic letter is taken to be Cyrillic whole.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var cyrillic = HasCyrillic(word);
        var buffer = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            buffer[i] = Fold(word[i], cyrillic);
        }

        return new string(buffer);
    }

    /// <summary>Whether a letter is of those that only Kazakh has.</summary>
    public static bool IsKazakhOnly(char character) => char.ToLowerInvariant(character) is 'ә' or 'ғ' or 'қ' or 'ң' or 'ө' or 'ұ' or 'ү' or 'һ' or 'і';

    private static bool HasCyrillic(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (character is >= '\u0400' and <= '\u04FF')
            {
                return true;
            }
        }

        return false;
    }
}

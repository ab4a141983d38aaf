using System.Globalization;
using System.Text;

namespace CallIntake.Engine.Triage.Text;

/// <summary>
/// One spelling for words that are the same to a listener: lower case, ё as е, the letters that only Kazakh has as their Russian
/// neighbours (a recogniser loses them), Latin letters as Cyrillic ones, invisible characters dropped.
/// </summary>
internal static class TextFolding
{
    /// <summary>Folds a character; '\0' where it is to be dropped.</summary>
    public static char Fold(char c)
    {
        var lower = char.ToLowerInvariant(c);
        return lower switch
        {
            'ё' => 'е',
            'ә' => 'а',
            'ғ' => 'г',
            'қ' => 'к',
            'ң' => 'н',
            'ө' => 'о',
            'ұ' or 'ү' => 'у',
            'һ' => 'х',
            'і' or 'ї' => 'и',
            'ў' => 'у',
            'ҳ' => 'х',
            _ => IsInvisible(lower) ? '\0' : lower,
        };
    }

    /// <summary>Folds a whole word; a word in Latin letters is read as transliterated Cyrillic.</summary>
    public static string FoldWord(ReadOnlySpan<char> word)
    {
        var buffer = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        var length = 0;
        var latin = false;
        foreach (var c in word)
        {
            if (c == '\u0306' && length > 0 && buffer[length - 1] == 'и')
            {
                buffer[length - 1] = 'й';
                continue;
            }

            var folded = Fold(c);
            if (folded != '\0')
            {
                latin |= folded is >= 'a' and <= 'z';
                buffer[length++] = folded;
            }
        }

        return latin ? Transliteration.ToCyrillic(buffer[..length]) : new string(buffer[..length]);
    }

    /// <summary>
    /// How a folded word sounds when it is heard badly: unstressed vowels alike, voiced consonants voiceless, no signs, no doubles.
    /// </summary>
    public static string Sound(string folded)
    {
        var result = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            var sound = c switch
            {
                'о' => 'а',
                'е' or 'э' or 'я' or 'ы' or 'й' => 'и',
                'ю' => 'у',
                'б' => 'п',
                'г' => 'к',
                'д' => 'т',
                'в' => 'ф',
                'з' => 'с',
                'ж' or 'щ' => 'ш',
                'ь' or 'ъ' => '\0',
                _ => c,
            };
            if (sound != '\0' && (result.Length == 0 || result[^1] != sound))
            {
                result.Append(sound);
            }
        }

        return result.ToString();
    }

    private static bool IsInvisible(char c) => CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}

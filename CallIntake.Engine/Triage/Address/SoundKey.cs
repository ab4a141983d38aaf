namespace CallIntake.Engine.Triage.Address;

/// <summary>
/// How a name sounds over a telephone to a machine that does not know it: voiced and voiceless consonants fall together, so do а and о,
/// е and и, х and к, and the hissing ones. Works on folded letters of both languages.
/// </summary>
internal static class SoundKey
{
    private const string From = "абвгдежзийклмнопрстуфхцчшщыэюя";
    private const string To = "апфктишсииклмнапрстуфксшшшииуа";

    /// <summary>The key; empty where nothing sounds.</summary>
    public static string Of(ReadOnlySpan<char> plain)
    {
        var buffer = plain.Length <= 64 ? stackalloc char[plain.Length] : new char[plain.Length];
        var length = 0;
        foreach (var character in plain)
        {
            var index = From.IndexOf(character, StringComparison.Ordinal);
            if (index < 0 && !char.IsAsciiDigit(character))
            {
                continue;
            }

            var sound = index < 0 ? character : To[index];
            if (length == 0 || buffer[length - 1] != sound)
            {
                buffer[length++] = sound;
            }
        }

        return new string(buffer[..length]);
    }

    /// <summary>Whether a sound of a key is a vowel.</summary>
    public static bool IsVowel(char sound) => sound is 'а' or 'и' or 'у';

    /// <summary>One bit for each pair of neighbouring sounds, all vowels being one.</summary>
    public static ulong Pairs(ReadOnlySpan<char> key)
    {
        var mask = 0UL;
        for (var i = 1; i < key.Length; i++)
        {
            mask |= 1UL << (((Class(key[i - 1]) * 31) + Class(key[i])) & 63);
        }

        return mask;
    }

    /// <summary>
    /// How far two keys are apart: a vowel for another 0.4, a vowel more or less 0.6, a consonant 1. Infinite as soon as it must be more
    /// than <paramref name="limit"/>.
    /// </summary>
    public static double Distance(ReadOnlySpan<char> one, ReadOnlySpan<char> two, double limit = double.PositiveInfinity)
    {
        Span<double> row = stackalloc double[two.Length + 1];
        row[0] = 0;
        for (var j = 0; j < two.Length; j++)
        {
            row[j + 1] = row[j] + Cost(two[j]);
        }

        for (var i = 0; i < one.Length; i++)
        {
            var diagonal = row[0];
            row[0] += Cost(one[i]);
            var least = row[0];
            for (var j = 0; j < two.Length; j++)
            {
                var replaced = diagonal + Cost(one[i], two[j]);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(row[j + 1] + Cost(one[i]), row[j] + Cost(two[j])));
                least = Math.Min(least, row[j + 1]);
            }

            if (least > limit)
            {
                return double.PositiveInfinity;
            }
        }

        return row[two.Length];
    }

    private static int Class(char sound) => IsVowel(sound) ? 1 : sound;

    private static double Cost(char sound) => IsVowel(sound) ? 0.6 : 1;

    private static double Cost(char one, char two) => one == two ? 0 : IsVowel(one) && IsVowel(two) ? 0.4 : IsVowel(one) || IsVowel(two) ? 1.3 : 1;
}

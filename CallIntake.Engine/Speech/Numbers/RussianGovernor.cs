using System.Text.RegularExpressions;

namespace CallIntake.Engine.Speech.Numbers;

/// <summary>Finds the word that governs a number: "до" in "до 5 часов", "между" of both numbers in "между 5 и 7". Pure.</summary>
internal static partial class RussianGovernor
{
    /// <summary>The governing word in small letters; empty where none stands directly before the number.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="index">Where the number begins.</param>
    public static string Before(string text, int index)
    {
        var before = text[..index];
        if (Continued().Match(before) is { Success: true } range)
        {
            var governor = Before(text, range.Index);
            // "У 3 человек и 2 собаки": only "между" reaches over an "и".
            return range.Groups["and"].Success && governor != "между" ? string.Empty : governor;
        }

        return Last().Match(before) is { Success: true } last ? last.Groups["word"].Value.ToLowerInvariant() : string.Empty;
    }

    [GeneratedRegex(@"(?<word>\p{L}+)\s+$", RegexOptions.ExplicitCapture | RegexOptions.RightToLeft, 1000)]
    private static partial Regex Last();

    [GeneratedRegex(@"(?<![\d:])\d[\d:]*(\s*[-–]\s*|(\s\p{Ll}+)?\s((?<and>и)|или)\s)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Continued();
}

using System.Globalization;
using CallIntake.Engine.Speech.Numbers;

namespace CallIntake.Engine.Speech.Whisper;

/// <summary>Numbers as a recogniser writes them, in figures or in words. Words are folded. Pure.</summary>
internal static class HeardNumbers
{
    private const int MostDigits = 6;

    private static readonly HashSet<string> Words =
    [
        "ноль", "один", "одна", "два", "две", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "сорок", "девяносто",
        "сто", "двести", "триста", "четыреста", "тысяча", "тысячи", "тысяч",
    ];

    private static readonly string[] Endings = ["надцать", "дцать", "десят", "сот"];

    /// <summary>Whether a word is a number.</summary>
    public static bool IsNumber(string word) => (word.Length > 0 && char.IsAsciiDigit(word[0])) || Words.Contains(word)
        || Array.Exists(Endings, ending => word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>A number in figures as it is spoken, without spaces ("19 х" is "девятнадцать"); other words as they are.</summary>
    public static string Spell(string word)
    {
        var figures = string.Concat(word.TakeWhile(char.IsAsciiDigit));
        return figures.Length is > 0 and <= MostDigits
            ? RussianNumbers.Cardinal(int.Parse(figures, CultureInfo.InvariantCulture)).Replace(" ", string.Empty, StringComparison.Ordinal)
            : word;
    }
}

using System.Globalization;
using Humanizer;

namespace CallIntake.Engine.Speech.Numbers;

/// <summary>Russian numbers in words, with the gender of what is counted and the case an ending asks for. Pure.</summary>
internal static class RussianNumbers
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    /// <summary>How many: "две" for feminine, "два" otherwise.</summary>
    public static string Cardinal(long number, GrammaticalGender gender = GrammaticalGender.Masculine) => number.ToWords(gender, Russian);

    /// <summary>Which one, by the ending written after the number: "3-й" is "третий", "3-го" "третьего", "3-я" "третья".</summary>
    /// <param name="number">The number.</param>
    /// <param name="ending">й, я, е, го, му, м, ым, ю, ей, ой, х.</param>
    public static string Ordinal(int number, string ending)
    {
        var masculine = number.ToOrdinalWords(GrammaticalGender.Masculine, Russian).Replace("четверт", "четвёрт", StringComparison.Ordinal);
        var isThird = masculine.EndsWith("третий", StringComparison.Ordinal);
        var stem = isThird ? masculine[..^2] + "ь" : masculine[..^2];
        return ending switch
        {
            "й" => masculine,
            "я" => stem + (isThird ? "я" : "ая"),
            "е" => stem + (isThird ? "е" : "ое"),
            "го" => stem + (isThird ? "его" : "ого"),
            "му" => stem + (isThird ? "ему" : "ому"),
            "м" or "ом" or "ем" => stem + (isThird ? "ем" : "ом"),
            "ым" or "им" => stem + (isThird ? "им" : "ым"),
            "ю" => stem + (isThird ? "ю" : "ую"),
            "ой" or "ей" => stem + (isThird ? "ей" : "ой"),
            "х" or "ых" or "их" => stem + (isThird ? "их" : "ых"),
            _ => masculine,
        };
    }

    /// <summary>The form of a noun after a number: 1 час, 2 часа, 5 часов.</summary>
    public static string Form(long number, string one, string few, string many) => FormOf(number) switch
    {
        CountForm.One => one,
        CountForm.Few => few,
        _ => many,
    };

    /// <summary>Which form that is.</summary>
    public static CountForm FormOf(long number) => (number % 100, number % 10) switch
    {
        ( >= 11 and <= 14, _) => CountForm.Many,
        (_, 1) => CountForm.One,
        (_, >= 2 and <= 4) => CountForm.Few,
        _ => CountForm.Many,
    };

    /// <summary>The gender of a noun as it stands after 1 or 2 ("машина", "машины": feminine).</summary>
    public static GrammaticalGender GenderOf(string noun, long number) => (number % 10, noun.Length > 0 ? noun[^1] : ' ') switch
    {
        (1, 'а' or 'я') => GrammaticalGender.Feminine,
        (1, 'о' or 'е') => GrammaticalGender.Neuter,
        (2, 'ы' or 'и') => GrammaticalGender.Feminine,
        _ => GrammaticalGender.Masculine,
    };
}

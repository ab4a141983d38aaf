using Humanizer;

namespace CallIntake.Engine.Speech.Numbers;

/// <summary>Russian cardinals in all six cases; Humanizer has the nominative only. Pure.</summary>
internal static class RussianDeclension
{
    private const string Ty = "тысяч";

    // Nominative, then genitive, dative, instrumental, prepositional.
    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["ноль"] = ["нуля", "нулю", "нулём", "нуле"],
        ["один"] = ["одного", "одному", "одним", "одном"],
        ["одно"] = ["одного", "одному", "одним", "одном"],
        ["одна"] = ["одной", "одной", "одной", "одной"],
        ["два"] = ["двух", "двум", "двумя", "двух"],
        ["две"] = ["двух", "двум", "двумя", "двух"],
        ["три"] = ["трёх", "трём", "тремя", "трёх"],
        ["четыре"] = ["четырёх", "четырём", "четырьмя", "четырёх"],
        ["восемь"] = ["восьми", "восьми", "восемью", "восьми"],
        ["сорок"] = ["сорока", "сорока", "сорока", "сорока"],
        ["девяносто"] = ["девяноста", "девяноста", "девяноста", "девяноста"],
        ["сто"] = ["ста", "ста", "ста", "ста"],
        ["двести"] = ["двухсот", "двумстам", "двумястами", "двухстах"],
        ["триста"] = ["трёхсот", "трёмстам", "тремястами", "трёхстах"],
        ["четыреста"] = ["четырёхсот", "четырёмстам", "четырьмястами", "четырёхстах"],
        ["тысяча"] = ["тысячи", "тысяче", "тысячей", "тысяче"],
        ["тысячи"] = [Ty, Ty + "ам", Ty + "ами", Ty + "ах"],
        ["тысяч"] = [Ty, Ty + "ам", Ty + "ами", Ty + "ах"],
        ["миллион"] = ["миллиона", "миллиону", "миллионом", "миллионе"],
        ["миллиона"] = ["миллионов", "миллионам", "миллионами", "миллионах"],
        ["миллионов"] = ["миллионов", "миллионам", "миллионами", "миллионах"],
    };

    /// <summary>A number in a case: 5 in the genitive is "пяти", 21 machines in the accusative "двадцать одну".</summary>
    /// <param name="number">Any number under a thousand millions.</param>
    /// <param name="gender">Gender of what is counted.</param>
    /// <param name="wanted">The case; the accusative is that of things, not of persons.</param>
    public static string Cardinal(long number, GrammaticalGender gender, GrammaticalCase wanted)
    {
        var words = RussianNumbers.Cardinal(number, gender).Split(' ');
        return string.Join(' ', words.Select(word => Decline(word, wanted)));
    }

    private static string Decline(string word, GrammaticalCase wanted) => wanted switch
    {
        GrammaticalCase.Genitive => Oblique(word, 0),
        GrammaticalCase.Dative => Oblique(word, 1),
        GrammaticalCase.Instrumental => Oblique(word, 2),
        GrammaticalCase.Prepositional => Oblique(word, 3),
        GrammaticalCase.Accusative => word switch { "одна" => "одну", "тысяча" => "тысячу", _ => word },
        _ => word,
    };

    private static string Oblique(string word, int form)
    {
        if (Words.TryGetValue(word, out var forms))
        {
            return forms[form];
        }

        // пятьдесят, пятьсот: both halves change; восемь loses its sound in the middle.
        foreach (var (end, ends) in new[] { ("десят", TensEnds), ("сот", HundredsEnds) })
        {
            if (word.EndsWith("ь" + end, StringComparison.Ordinal))
            {
                return Oblique(word[..^end.Length], form) + ends[form];
            }
        }

        return word.EndsWith('ь') ? word[..^1] + (form == 2 ? "ью" : "и") : word;
    }

    private static readonly string[] TensEnds = ["десяти", "десяти", "десятью", "десяти"];
    private static readonly string[] HundredsEnds = ["сот", "стам", "стами", "стах"];
}

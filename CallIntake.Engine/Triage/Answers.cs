using CallIntake.Engine.Triage.Text;

namespace CallIntake.Engine.Triage;

/// <summary>Reads plain answers to the questions of the dialogue. Static and pure.</summary>
internal static class Answers
{
    private const int LongestPlainAnswer = 6;

    private static readonly HashSet<string> Yes = new(StringComparer.Ordinal)
    {
        "да", "ага", "угу", "есть", "конечно", "так", "иа", "ия", "ие", "бар", "али", "осында", "сразу", "дурыс",
    };

    private static readonly HashSet<string> No = new(StringComparer.Ordinal) { "нет", "нету", "неа", "жок", "не", "никого", "ешким" };

    /// <summary>Whether the answer is a plain yes (true) or no (false); null where it says more or something else.</summary>
    public static bool? Read(string text)
    {
        var words = Tokenizer.Words(text);
        if (words.Count is 0 or > LongestPlainAnswer)
        {
            return null;
        }

        var no = words.Any(No.Contains);
        return no ? false : words.Any(Yes.Contains) ? true : null;
    }
}

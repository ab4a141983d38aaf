namespace CallIntake.Engine.Triage.Counting;

/// <summary>
/// The answers the counter chooses from: nothing to count; one to six; or, where a number of people was said, that number, one more
/// (the caller or the victim), two more.
/// </summary>
internal static class PeopleAnswers
{
    /// <summary>How many answers there are.</summary>
    public const int Count = 10;

    /// <summary>The answer "cannot be counted".</summary>
    public const int Nobody = 0;

    private const int LargestFixed = 6;
    private const int FirstRelative = 7;

    /// <summary>Whether an answer can be given.</summary>
    public static bool IsOpen(int answer, int said) => answer < FirstRelative || said >= 2;

    /// <summary>The number an answer means; null for nobody.</summary>
    public static int? Value(int answer, int said) => answer == Nobody ? null : answer < FirstRelative ? answer : said + answer - FirstRelative;

    /// <summary>The answer for a labelled number; null where none means it.</summary>
    public static int? Of(int? people, int said)
    {
        if (people is not { } number)
        {
            return Nobody;
        }

        if (said >= 2 && number >= said && number <= said + 2)
        {
            return FirstRelative + number - said;
        }

        return number is >= 1 and <= LargestFixed ? number : null;
    }
}

namespace CallIntake.Engine.Speech.Hints;

/// <summary>Fits likely words to what a service takes. Pure.</summary>
internal static class HintLimits
{
    private const int Separator = 2;

    /// <summary>The first phrases, as many as the limits bear; none is cut in two.</summary>
    /// <param name="hints">The phrases, the most important first.</param>
    /// <param name="mostPhrases">How many there may be.</param>
    /// <param name="mostLetters">Letters of all of them, with two for each gap.</param>
    public static IEnumerable<string> Take(IEnumerable<string> hints, int mostPhrases, int mostLetters)
    {
        var letters = 0;
        return hints.Take(mostPhrases).TakeWhile(hint => (letters += hint.Length + Separator) <= mostLetters + Separator);
    }
}

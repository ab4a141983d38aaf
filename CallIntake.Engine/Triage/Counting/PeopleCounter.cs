namespace CallIntake.Engine.Triage.Counting;

/// <summary>
/// Counts people: reads the numbers that were said and lets learnt weights decide whether they are all of them, or the caller or a victim
/// comes to them, or nobody can be counted. Immutable; thread-safe.
/// </summary>
internal sealed class PeopleCounter(PeopleWeights weights) : IPeopleCounter
{
    private const int LongestText = 6000;

    /// <inheritdoc/>
    public PeopleReading Count(IReadOnlyList<TriageTurn> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        var text = string.Join(". ", turns.Select(turn => turn.Text));
        var tokens = SpokenTokenizer.Read(text.Length > LongestText ? text[..LongestText] : text);
        if (tokens.Count == 0)
        {
            return PeopleReading.None;
        }

        var said = SaidPeopleReader.Read(tokens);
        Span<double> odds = stackalloc double[PeopleAnswers.Count];
        Odds(PeopleFeatures.Rows(tokens, said), said, odds);
        return Best(odds, said);
    }

    private void Odds(HashSet<int> rows, SaidPeople said, Span<double> odds)
    {
        odds.Clear();
        foreach (var row in rows)
        {
            for (var answer = 0; answer < PeopleAnswers.Count; answer++)
            {
                odds[answer] += weights.Rows[(row * PeopleAnswers.Count) + answer] * weights.Scale;
            }
        }

        PeopleOdds.Normalise(odds, said.Largest);
    }

    private static PeopleReading Best(ReadOnlySpan<double> odds, SaidPeople said)
    {
        // Two answers may mean one number (three, and two said with one more): their odds add up.
        var best = PeopleReading.None;
        for (var answer = 0; answer < PeopleAnswers.Count; answer++)
        {
            var value = PeopleAnswers.Value(answer, said.Largest);
            var sum = 0.0;
            for (var other = 0; other < PeopleAnswers.Count; other++)
            {
                sum += PeopleAnswers.Value(other, said.Largest) == value ? odds[other] : 0;
            }

            best = sum > best.Confidence ? new PeopleReading(value, Math.Min(1, sum)) : best;
        }

        return best;
    }
}

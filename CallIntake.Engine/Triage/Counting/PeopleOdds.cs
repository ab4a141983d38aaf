namespace CallIntake.Engine.Triage.Counting;

/// <summary>Turns scores into probabilities. Pure.</summary>
internal static class PeopleOdds
{
    /// <summary>In place; answers that cannot be given get 0.</summary>
    public static void Normalise(Span<double> scores, int said)
    {
        var top = double.NegativeInfinity;
        for (var answer = 0; answer < scores.Length; answer++)
        {
            top = PeopleAnswers.IsOpen(answer, said) ? Math.Max(top, scores[answer]) : top;
        }

        var sum = 0.0;
        for (var answer = 0; answer < scores.Length; answer++)
        {
            scores[answer] = PeopleAnswers.IsOpen(answer, said) ? Math.Exp(scores[answer] - top) : 0;
            sum += scores[answer];
        }

        for (var answer = 0; answer < scores.Length; answer++)
        {
            scores[answer] /= sum;
        }
    }
}

namespace CallIntake.Engine.Triage.Counting;

/// <summary>Learns the counter's weights from labelled calls (logistic regression by AdaGrad); the same weights from the same calls.</summary>
internal static class PeopleTrainer
{
    private const int Rounds = 16;
    private const float Rate = 0.01f;
    private const float Decay = 3e-4f;

    /// <summary>Learns.</summary>
    public static PeopleWeights Learn(IReadOnlyList<(string Text, int? People)> cases, string origin)
    {
        var weights = new float[PeopleAnswers.Count << PeopleWeights.Bits];
        var squares = new float[weights.Length];
        var prepared = cases.Select(Prepare).Where(example => example.Answer >= 0).ToArray();
        var random = new Random(11);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(prepared);
            foreach (var example in prepared)
            {
                Learn(example, weights, squares);
            }
        }

        var scale = Math.Max(1e-6f, weights.Max(MathF.Abs)) / 127;
        return new PeopleWeights { Origin = origin, Scale = scale, Rows = [.. weights.Select(weight => (sbyte)MathF.Round(weight / scale))] };
    }

    private static Example Prepare((string Text, int? People) labelled)
    {
        var tokens = SpokenTokenizer.Read(labelled.Text);
        var said = SaidPeopleReader.Read(tokens);
        return new Example([.. PeopleFeatures.Rows(tokens, said)], said.Largest, PeopleAnswers.Of(labelled.People, said.Largest) ?? -1);
    }

    private static void Learn(Example example, float[] weights, float[] squares)
    {
        Span<double> errors = stackalloc double[PeopleAnswers.Count];
        errors.Clear();
        foreach (var row in example.Rows)
        {
            for (var answer = 0; answer < PeopleAnswers.Count; answer++)
            {
                errors[answer] += weights[(row * PeopleAnswers.Count) + answer];
            }
        }

        PeopleOdds.Normalise(errors, example.Said);
        errors[example.Answer] -= 1;
        foreach (var row in example.Rows)
        {
            for (var answer = 0; answer < PeopleAnswers.Count; answer++)
            {
                var at = (row * PeopleAnswers.Count) + answer;
                var step = (float)errors[answer] + (Decay * weights[at]);
                squares[at] += step * step;
                weights[at] -= Rate * step / (MathF.Sqrt(squares[at]) + 0.1f);
            }
        }
    }

    private sealed record Example(int[] Rows, int Said, int Answer);
}

using System.Numerics.Tensors;

namespace CallIntake.Engine.Triage.Classifier;

/// <summary>
/// Makes the members' answers to a call's questions agree: what was answered to one question speaks for or against every answer to the
/// others (an illness asks for an ambulance, a question for nobody). Learnt from the answers for calls whose authors were left out, so it
/// also weighs the members and takes back what they are too sure of. Immutable, thread-safe.
/// </summary>
/// <param name="Weights">
/// A row of <see cref="ModelHeads.Width"/> for each input: for every member the logarithms of all its answers, then these answers.
/// </param>
/// <param name="Bias">Added to the scores; <see cref="ModelHeads.Width"/> values.</param>
internal sealed record JointLayer(float[] Weights, float[] Bias)
{
    // An answer that is all but excluded is no less likely than this: its logarithm must not outweigh the others.
    private const float Least = 1e-4f;

    /// <summary>Number of inputs for so many members.</summary>
    public static int Inputs(int members) => 2 * ModelHeads.Answers * members;

    /// <summary>Inputs out of the answers of all members, one after the other (<see cref="ModelHeads.Width"/> values each).</summary>
    public static float[] Read(ReadOnlySpan<float> each)
    {
        var members = each.Length / ModelHeads.Width;
        var inputs = new float[Inputs(members)];
        for (var member = 0; member < members; member++)
        {
            var answers = each.Slice(member * ModelHeads.Width, ModelHeads.Answers);
            var logarithms = inputs.AsSpan(2 * member * ModelHeads.Answers, ModelHeads.Answers);
            TensorPrimitives.Add(answers, Least, logarithms);
            TensorPrimitives.Log(logarithms, logarithms);
            answers.CopyTo(inputs.AsSpan(((2 * member) + 1) * ModelHeads.Answers));
        }

        return inputs;
    }

    /// <summary>The scores from which the weights start: logarithms of the members' mean answers.</summary>
    public static float[] Start(ReadOnlySpan<float> each)
    {
        var scores = Average(each);
        TensorPrimitives.Add(scores, Least, scores);
        TensorPrimitives.Log(scores, scores);
        scores.AsSpan(ModelHeads.Answers).Clear();
        return scores;
    }

    /// <summary>The members' mean answers.</summary>
    public static float[] Average(ReadOnlySpan<float> each)
    {
        var (mean, members) = (new float[ModelHeads.Width], each.Length / ModelHeads.Width);
        for (var member = 0; member < members; member++)
        {
            TensorPrimitives.Add(mean, each.Slice(member * ModelHeads.Width, ModelHeads.Width), mean);
        }

        TensorPrimitives.Divide(mean, members, mean);
        return mean;
    }

    /// <summary>Adds what <paramref name="weights"/> (a row for each input) make of the inputs to <paramref name="scores"/>.</summary>
    public static void AddTo(Span<float> scores, ReadOnlySpan<float> weights, ReadOnlySpan<float> inputs)
    {
        for (var i = 0; i < inputs.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(weights.Slice(i * ModelHeads.Width, ModelHeads.Width), inputs[i], scores, scores);
        }
    }

    /// <summary>Probabilities that agree (length <see cref="ModelHeads.Width"/>), out of the answers of all members.</summary>
    public float[] Answer(ReadOnlySpan<float> each)
    {
        var scores = Start(each);
        TensorPrimitives.Add(scores, Bias, scores);
        AddTo(scores, Weights, Read(each));
        ModelHeads.Normalise(scores);
        return scores;
    }
}

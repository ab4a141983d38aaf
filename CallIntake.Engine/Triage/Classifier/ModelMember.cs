using System.Numerics.Tensors;

namespace CallIntake.Engine.Triage.Classifier;

/// <summary>
/// One of the networks whose answers are averaged: the rows of the features, summed, are either the answers themselves (no hidden layer)
/// or go through one hidden layer. Immutable, thread-safe.
/// </summary>
/// <param name="Table">Rows of the features.</param>
/// <param name="Bias">Added to the sum of rows.</param>
/// <param name="Hidden">Weights from the hidden units to the answers, unit by unit; empty without hidden layer.</param>
/// <param name="HiddenBias">Added to the answers behind the hidden layer; empty without.</param>
internal sealed record ModelMember(WeightTable Table, float[] Bias, float[] Hidden, float[] HiddenBias)
{
    /// <summary>Writes this member's probabilities to <paramref name="scores"/> (length <see cref="ModelHeads.Width"/>).</summary>
    public void Answer(Span<float> scores, FeatureVector features)
    {
        Span<float> sums = stackalloc float[Table.Width];
        Bias.CopyTo(sums);
        Table.AddTo(sums, features);
        if (Hidden.Length == 0)
        {
            sums.CopyTo(scores);
        }
        else
        {
            Propagate(sums, scores);
        }

        ModelHeads.Normalise(scores);
    }

    private void Propagate(ReadOnlySpan<float> hidden, Span<float> scores)
    {
        HiddenBias.CopyTo(scores);
        for (var unit = 0; unit < hidden.Length; unit++)
        {
            if (hidden[unit] > 0)
            {
                TensorPrimitives.MultiplyAdd(Hidden.AsSpan(unit * scores.Length, scores.Length), hidden[unit], scores, scores);
            }
        }
    }
}

using System.Numerics;
using CallIntake.Engine.Triage.Address.Tagging;

namespace CallIntake.Engine.Triage.Address.Training;

/// <summary>
/// The weights while they are learnt, text by text (stochastic gradient, AdaGrad), and the mean of them over the later rounds. One thread.
/// </summary>
internal sealed class ChainLearner(PlaceTrainingOptions options)
{
    private const int Count = PlaceTags.Count;

    // A unit whose tag is as sure as this teaches nothing more.
    private const double Learnt = 0.003;

    private readonly float[] _weights = new float[Count << options.Bits];
    private readonly float[] _squares = new float[Count << options.Bits];
    private readonly float[] _steps = new float[(Count + 1) * Count];
    private readonly float[] _stepSquares = new float[(Count + 1) * Count];
    private readonly float[] _sum = new float[Count << options.Bits];
    private readonly float[] _stepSum = new float[(Count + 1) * Count];
    private int _summed;

    /// <summary>Takes one step for a tagged text.</summary>
    /// <param name="rows">Rows of each unit.</param>
    /// <param name="tags">The tags it should get.</param>
    public void Learn(int[][] rows, PlaceTag[] tags)
    {
        var length = tags.Length;
        if (length == 0)
        {
            return;
        }

        var scores = new double[length * Count];
        for (var i = 0; i < length; i++)
        {
            Sum(rows[i], scores.AsSpan(i * Count, Count));
        }

        var marginals = new double[scores.Length];
        TagChain.Marginals(scores, TagChain.Steps(_steps), marginals);
        for (var i = 0; i < length; i++)
        {
            marginals[(i * Count) + (int)tags[i]] -= 1;
            if (Math.Abs(marginals[(i * Count) + (int)tags[i]]) < Learnt)
            {
                continue;
            }

            foreach (var row in rows[i])
            {
                Update(_weights, _squares, row * Count, marginals.AsSpan(i * Count, Count));
            }
        }

        LearnSteps(tags, marginals);
    }

    private void Sum(int[] rows, Span<double> scores)
    {
        Span<float> sums = stackalloc float[Count];
        sums.Clear();
        foreach (var row in rows)
        {
            for (var tag = 0; tag < Count; tag += Vector<float>.Count)
            {
                (new Vector<float>(sums[tag..]) + new Vector<float>(_weights, (row * Count) + tag)).CopyTo(sums[tag..]);
            }
        }

        for (var tag = 0; tag < Count; tag++)
        {
            scores[tag] = sums[tag];
        }
    }

    private void LearnSteps(PlaceTag[] tags, double[] errors)
    {
        // The expectation over steps is approached by the product of neighbouring probabilities: enough, the rows carry the context.
        Span<double> gradient = stackalloc double[Count];
        for (var i = 0; i < tags.Length; i++)
        {
            var before = i == 0 ? Count : (int)tags[i - 1];
            errors.AsSpan(i * Count, Count).CopyTo(gradient);
            Update(_steps, _stepSquares, before * Count, gradient);
        }
    }

    private void Update(float[] weights, float[] squares, int at, ReadOnlySpan<double> gradient)
    {
        Span<float> steps = stackalloc float[Count];
        for (var tag = 0; tag < Count; tag++)
        {
            steps[tag] = (float)gradient[tag];
        }

        for (var tag = 0; tag < Count; tag += Vector<float>.Count)
        {
            var step = new Vector<float>(steps[tag..]) + (new Vector<float>(weights, at + tag) * (float)options.Decay);
            var square = new Vector<float>(squares, at + tag) + (step * step);
            square.CopyTo(squares, at + tag);
            (new Vector<float>(weights, at + tag) - (step * (float)options.Rate / (Vector.SquareRoot(square) + new Vector<float>(0.1f)))).CopyTo(weights, at + tag);
        }
    }

    /// <summary>Adds the weights as they are now to the mean.</summary>
    public void Remember()
    {
        Add(_weights, _sum);
        Add(_steps, _stepSum);
        _summed++;
    }

    /// <summary>The mean of the remembered weights, packed.</summary>
    public PlaceWeights Pack(uint[] common, string origin)
    {
        Mean(_sum);
        Mean(_stepSum);
        var top = Math.Max(1e-6f, _sum.Max(MathF.Abs));
        var scale = top / 127;
        return new PlaceWeights
        {
            Bits = options.Bits,
            Scale = scale,
            Rows = [.. _sum.Select(weight => (sbyte)MathF.Round(weight / scale))],
            Transitions = [.. _stepSum],
            Common = common,
            Origin = origin,
        };
    }

    private static void Add(float[] values, float[] sum)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += values[i];
        }
    }

    private void Mean(float[] sum)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] /= _summed;
        }
    }
}

using System.Collections.Frozen;
using System.Numerics;
using CallIntake.Engine.Triage.Address.Tagging;

namespace CallIntake.Engine.Triage.Address.Training;

/// <summary>
/// Learns the tagger's weights from labelled calls: a conditional random field by stochastic gradient (AdaGrad), the same weights from the
/// same cases on every machine. Uses one core; five thousand calls take a minute or two.
/// </summary>
internal sealed class PlaceTrainer(WordClasses classes, Gazetteer gazetteer, PlaceTrainingOptions options)
{
    private const int Count = PlaceTags.Count;

    // A unit whose tag is as sure as this teaches nothing more.
    private const double Learnt = 0.003;

    private readonly float[] _weights = new float[Count << options.Bits];
    private readonly float[] _squares = new float[Count << options.Bits];
    private readonly float[] _steps = new float[(Count + 1) * Count];
    private readonly float[] _stepSquares = new float[(Count + 1) * Count];

    /// <summary>Learns.</summary>
    public PlaceWeights Learn(IReadOnlyList<PlaceExample> examples, string origin, CancellationToken cancellationToken)
    {
        var common = CommonWords(examples);
        var knowledge = new PlaceKnowledge(classes, gazetteer, common.ToFrozenSet());
        var random = new Random(17);
        var counts = CountRows(examples, knowledge);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var sum = new float[_weights.Length];
        var stepSum = new float[_steps.Length];
        for (var round = 0; round < options.Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var features = new PlaceFeatures(examples[index].Text, knowledge, options.Bits);
                Forget(features, examples[index], random);
                Learn(Rows(features, examples[index], counts), examples[index].Tags);
            }

            // The mean over the later rounds knows names never met better than the last round does.
            if (round >= options.Rounds / 2)
            {
                Add(_weights, sum);
                Add(_steps, stepSum);
            }
        }

        Mean(sum, _weights, options.Rounds - (options.Rounds / 2));
        Mean(stepSum, _steps, options.Rounds - (options.Rounds / 2));

        return Pack(common, origin);
    }

    private static void Add(float[] values, float[] sum)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += values[i];
        }
    }

    private static void Mean(float[] sum, float[] values, int count)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            values[i] = sum[i] / count;
        }
    }

    private uint[] CommonWords(IReadOnlyList<PlaceExample> examples)
    {
        var seen = new Dictionary<uint, (int Outside, int Inside)>();
        foreach (var example in examples)
        {
            for (var i = 0; i < example.Tags.Length; i++)
            {
                if (example.Text.Units[i].IsNumber)
                {
                    continue;
                }

                var hash = PlaceFeatures.Hash(example.Text.Units[i].Plain);
                var (outside, inside) = seen.GetValueOrDefault(hash);
                seen[hash] = example.Tags[i] is PlaceTag.None or PlaceTag.Landmark or PlaceTag.LandmarkMore ? (outside + 1, inside) : (outside, inside + 1);
            }
        }

        return [.. seen.Where(pair => pair.Value.Outside >= options.CommonFrom && pair.Value.Inside * 4 < pair.Value.Outside).Select(pair => pair.Key).Order()];
    }

    private int[] CountRows(IReadOnlyList<PlaceExample> examples, PlaceKnowledge knowledge)
    {
        var counts = new int[1 << options.Bits];
        foreach (var example in examples)
        {
            foreach (var rows in Rows(new PlaceFeatures(example.Text, knowledge, options.Bits), example, null))
            {
                foreach (var row in rows)
                {
                    counts[row]++;
                }
            }
        }

        return counts;
    }

    private int[][] Rows(PlaceFeatures features, PlaceExample example, int[]? counts)
    {
        var rows = new int[example.Tags.Length][];
        var list = new List<int>();
        for (var i = 0; i < rows.Length; i++)
        {
            features.Rows(i, list);
            rows[i] = counts is null ? [.. list] : [.. list.Where(row => counts[row] >= options.RowsFrom)];
        }

        return rows;
    }

    private void Forget(PlaceFeatures features, PlaceExample example, Random random)
    {
        var blind = random.NextDouble() < options.Blind;
        for (var i = 0; i < example.Tags.Length; i++)
        {
            var name = example.Tags[i] is not (PlaceTag.None or PlaceTag.Landmark or PlaceTag.LandmarkMore);
            features.Forget(i, random.NextDouble() < (name ? options.ForgetName : options.ForgetWord), blind || (name && random.NextDouble() < options.ForgetKnown));
        }
    }

    private void Learn(int[][] rows, PlaceTag[] tags)
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

    private PlaceWeights Pack(uint[] common, string origin)
    {
        var top = Math.Max(1e-6f, _weights.Max(MathF.Abs));
        var scale = top / 127;
        return new PlaceWeights
        {
            Bits = options.Bits,
            Scale = scale,
            Rows = [.. _weights.Select(weight => (sbyte)MathF.Round(weight / scale))],
            Transitions = [.. _steps],
            Common = common,
            Origin = origin,
        };
    }
}

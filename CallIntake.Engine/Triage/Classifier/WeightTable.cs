using System.Numerics.Tensors;

namespace CallIntake.Engine.Triage.Classifier;

/// <summary>
/// Rows of weights, one for every feature bucket that the training kept, eight bits a weight with a scale a row. Immutable, thread-safe.
/// </summary>
internal sealed class WeightTable(int[] rows, float[] scales, sbyte[] weights, int width)
{
    /// <summary>Row of each bucket; -1 where the training did not keep it.</summary>
    public ReadOnlySpan<int> Rows => rows;

    /// <summary>Scale of each row.</summary>
    public ReadOnlySpan<float> Scales => scales;

    /// <summary>Weights, row by row.</summary>
    public ReadOnlySpan<sbyte> Weights => weights;

    /// <summary>Weights a row.</summary>
    public int Width => width;

    /// <summary>Adds the rows of a call's features, each times its value.</summary>
    public void AddTo(Span<float> sums, FeatureVector features)
    {
        Span<float> row = stackalloc float[width];
        for (var i = 0; i < features.Buckets.Length; i++)
        {
            var index = rows[features.Buckets[i]];
            if (index >= 0)
            {
                TensorPrimitives.ConvertChecked<sbyte, float>(weights.AsSpan(index * width, width), row);
                TensorPrimitives.MultiplyAdd(row, features.Values[i] * scales[index], sums, sums);
            }
        }
    }

    /// <summary>Rounds trained weights; <paramref name="kept"/> says which buckets to keep.</summary>
    public static WeightTable Quantise(float[] trained, bool[] kept, int width)
    {
        var rows = new int[kept.Length];
        var count = 0;
        for (var bucket = 0; bucket < kept.Length; bucket++)
        {
            rows[bucket] = kept[bucket] ? count++ : -1;
        }

        var (scales, weights) = (new float[count], new sbyte[count * width]);
        for (var bucket = 0; bucket < kept.Length; bucket++)
        {
            if (kept[bucket])
            {
                QuantiseRow(trained.AsSpan(bucket * width, width), weights.AsSpan(rows[bucket] * width, width), out scales[rows[bucket]]);
            }
        }

        return new WeightTable(rows, scales, weights, width);
    }

    private static void QuantiseRow(ReadOnlySpan<float> row, Span<sbyte> result, out float scale)
    {
        scale = TensorPrimitives.MaxMagnitude(row);
        scale = MathF.Abs(scale) / sbyte.MaxValue;
        for (var i = 0; i < row.Length; i++)
        {
            result[i] = scale == 0 ? (sbyte)0 : (sbyte)MathF.Round(row[i] / scale);
        }
    }
}

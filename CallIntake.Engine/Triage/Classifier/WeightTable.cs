using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
        for (var i = 0; i < features.Buckets.Length; i++)
        {
            var index = rows[features.Buckets[i]];
            if (index >= 0)
            {
                AddRow(sums, weights.AsSpan(index * width, width), features.Values[i] * scales[index]);
            }
        }
    }

    // Eight weights at a time: the conversion from bytes is most of the work of a judgement, and no library call does both in one pass.
    private static void AddRow(Span<float> sums, ReadOnlySpan<sbyte> row, float factor)
    {
        var by = Vector256.Create(factor);
        ref var target = ref MemoryMarshal.GetReference(sums);
        ref var source = ref MemoryMarshal.GetReference(row);
        var i = 0;
        for (; i <= row.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<long>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref source, i)))).AsSByte();
            var (low, high) = Vector128.Widen(Vector128.WidenLower(bytes));
            var sum = Vector256.LoadUnsafe(ref target, (nuint)i) + (Vector256.ConvertToSingle(Vector256.Create(low, high)) * by);
            sum.StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < row.Length; i++)
        {
            sums[i] += row[i] * factor;
        }
    }

    /// <summary>Rounds trained weights, row by row; <paramref name="rows"/> is the row of each bucket, -1 where it has none.</summary>
    public static WeightTable Quantise(float[] trained, int[] rows, int width)
    {
        var count = trained.Length / width;
        var (scales, weights) = (new float[count], new sbyte[trained.Length]);
        for (var row = 0; row < count; row++)
        {
            QuantiseRow(trained.AsSpan(row * width, width), weights.AsSpan(row * width, width), out scales[row]);
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

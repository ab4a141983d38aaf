using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CallIntake.Engine.Triage.Address.Tagging;

/// <summary>Says for each unit of a text which part of an address it is, and how sure that is. Immutable; thread-safe.</summary>
internal sealed class PlaceTagger
{
    private const int MostRows = 250;

    private readonly PlaceWeights _weights;
    private readonly PlaceKnowledge _knowledge;
    private readonly double[] _steps;

    /// <summary>A tagger with its weights and what it knows.</summary>
    public PlaceTagger(PlaceWeights weights, WordClasses classes, Gazetteer gazetteer)
    {
        _weights = weights;
        _knowledge = new PlaceKnowledge(classes, gazetteer, weights.Common.ToFrozenSet());
        _steps = TagChain.Steps(weights.Transitions);
    }

    /// <summary>What it knows.</summary>
    public PlaceKnowledge Knowledge => _knowledge;

    /// <summary>Tags a text.</summary>
    public TaggedPlace Tag(PlaceText text)
    {
        var features = new PlaceFeatures(text, _knowledge, _weights.Bits);
        var scores = new double[text.Units.Count * PlaceTags.Count];
        var rows = new List<int>(160);
        for (var i = 0; i < text.Units.Count; i++)
        {
            features.Rows(i, rows);
            Add(rows, scores.AsSpan(i * PlaceTags.Count, PlaceTags.Count));
        }

        var marginals = new double[scores.Length];
        TagChain.Marginals(scores, _steps, marginals);
        return new TaggedPlace(text, TagChain.Best(scores, _weights.Transitions), marginals, features.Known);
    }

    private void Add(List<int> rows, Span<double> scores)
    {
        // Sixteen tags are sixteen bytes: a row is one load, widened to 16 bits; a sum of so few rows cannot overflow 16 bits.
        Span<int> sums = stackalloc int[PlaceTags.Count];
        sums.Clear();
        ref var table = ref MemoryMarshal.GetArrayDataReference(_weights.Rows);
        for (var from = 0; from < rows.Count; from += MostRows)
        {
            var low = Vector128<short>.Zero;
            var high = Vector128<short>.Zero;
            foreach (var row in CollectionsMarshal.AsSpan(rows)[from..Math.Min(rows.Count, from + MostRows)])
            {
                var (lower, upper) = Vector128.Widen(Vector128.LoadUnsafe(ref table, (nuint)(row * PlaceTags.Count)));
                low += lower;
                high += upper;
            }

            AddTo(sums, low, high);
        }

        for (var tag = 0; tag < PlaceTags.Count; tag++)
        {
            scores[tag] = sums[tag] * _weights.Scale;
        }
    }

    private static void AddTo(Span<int> sums, Vector128<short> low, Vector128<short> high)
    {
        for (var i = 0; i < Vector128<short>.Count; i++)
        {
            sums[i] += low[i];
            sums[i + Vector128<short>.Count] += high[i];
        }
    }
}

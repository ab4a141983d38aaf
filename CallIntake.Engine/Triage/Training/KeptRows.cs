using CallIntake.Engine.Triage.Classifier;

namespace CallIntake.Engine.Triage.Training;

/// <summary>
/// The buckets worth learning, those that occur in several cases, and the row of each. The others are neither learnt nor kept: a model is
/// trained as it will be used, and a table without them fits the processor's caches. Immutable.
/// </summary>
internal sealed class KeptRows
{
    private readonly int[] _rows;

    public KeptRows(IReadOnlyList<TrainingCase> cases, int bits, int leastCases)
    {
        var counts = new int[1 << bits];
        foreach (var bucket in cases.SelectMany(item => item.Features.Buckets.Distinct()))
        {
            counts[bucket]++;
        }

        _rows = new int[counts.Length];
        for (var bucket = 0; bucket < counts.Length; bucket++)
        {
            _rows[bucket] = counts[bucket] >= leastCases ? Count++ : -1;
        }

        Features = [.. cases.Select(item => Keep(item.Features))];
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Row of each bucket; -1 where it is not kept. The same for all members of a model, which only read it.</summary>
    public int[] Rows => _rows;

    /// <summary>Features of every case, same order, with rows in place of buckets.</summary>
    public IReadOnlyList<FeatureVector> Features { get; }

    private FeatureVector Keep(FeatureVector features)
    {
        var kept = Enumerable.Range(0, features.Buckets.Length).Where(i => _rows[features.Buckets[i]] >= 0).ToArray();
        return new FeatureVector([.. kept.Select(i => _rows[features.Buckets[i]])], [.. kept.Select(i => features.Values[i])]);
    }
}

using System.Collections.Frozen;

namespace CallIntake.Engine.Triage.Address.Tagging;

/// <summary>Says for each unit of a text which part of an address it is, and how sure that is. Immutable; thread-safe.</summary>
internal sealed class PlaceTagger
{
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
        Span<int> sums = stackalloc int[PlaceTags.Count];
        sums.Clear();
        foreach (var row in rows)
        {
            var weights = _weights.Rows.AsSpan(row * PlaceTags.Count, PlaceTags.Count);
            for (var tag = 0; tag < PlaceTags.Count; tag++)
            {
                sums[tag] += weights[tag];
            }
        }

        for (var tag = 0; tag < PlaceTags.Count; tag++)
        {
            scores[tag] = sums[tag] * _weights.Scale;
        }
    }
}

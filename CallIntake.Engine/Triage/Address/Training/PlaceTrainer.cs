using System.Collections.Frozen;
using CallIntake.Engine.Triage.Address.Tagging;

namespace CallIntake.Engine.Triage.Address.Training;

/// <summary>
/// Learns the tagger's weights from labelled calls: a conditional random field, the same weights from the same cases on every machine.
/// Uses one core; five thousand calls take a minute or two.
/// </summary>
internal sealed class PlaceTrainer(WordClasses classes, Gazetteer gazetteer, PlaceTrainingOptions options)
{
    /// <summary>Learns.</summary>
    public PlaceWeights Learn(IReadOnlyList<PlaceExample> examples, string origin, CancellationToken cancellationToken)
    {
        var common = CommonWords.Of(examples, options.CommonFrom);
        var knowledge = new PlaceKnowledge(classes, gazetteer, common.ToFrozenSet());
        var random = new Random(17);
        var counts = CountRows(examples, knowledge);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var learner = new ChainLearner(options);
        for (var round = 0; round < options.Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var features = new PlaceFeatures(examples[index].Text, knowledge, options.Bits);
                Forget(features, examples[index], random);
                learner.Learn(Rows(features, examples[index], counts), examples[index].Tags);
            }

            // The mean over the later rounds knows names never met better than the last round does.
            if (round >= options.Rounds / 2)
            {
                learner.Remember();
            }
        }

        return learner.Pack(common, origin);
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
}

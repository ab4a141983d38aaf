using CallIntake.Engine.Triage.Classifier;
using CallIntake.Engine.Triage.Scoring;

namespace CallIntake.Engine.Triage.Training;

/// <summary>
/// Places the thresholds on authors left out. First come the promises: critical calls found, few graded too low or too high, few
/// given to people. Among what keeps them, the most calls and whole contrast scenes graded exactly. Static and pure.
/// </summary>
internal static class ThresholdSearch
{
    private const double Recall = 0.982;
    private const double Under = 0.06;
    private const double Over = 0.2;
    private const double Human = 0.618;

    // Share of all calls that people look at because they are doubtful, not because they are graded urgent.
    private const double ForDoubt = 0.02;

    private static readonly ModelThresholds Usual = new(0.2, 0.4, 0.5, 0.05, 0.5, 0.5);

    private static readonly double[] Steps = [.. Enumerable.Range(10, 16).Select(step => step * 0.02), .. Enumerable.Range(11, 9).Select(step => step * 0.05)];

    /// <summary>The best thresholds for typed or transcribed text; heard text (tag "heard") is left aside.</summary>
    public static ModelThresholds Search(IReadOnlyList<LeftOutAnswer> answers)
    {
        var calls = answers.Where(answer => !answer.Item.Case.Tags.Contains("heard")).Select(ToCall).ToArray();
        if (calls.Length == 0)
        {
            return Usual;
        }

        var best = (Cost: double.MaxValue, Thresholds: Usual);
        foreach (var critical in Criticals(calls))
        {
            foreach (var high in Steps)
            {
                foreach (var medium in Steps)
                {
                    var thresholds = Usual with { Critical = critical, High = high, Medium = medium };
                    var cost = Cost(calls, thresholds);
                    best = cost < best.Cost ? (cost, thresholds) : best;
                }
            }
        }

        return best.Thresholds with { Doubt = PlaceDoubt(calls, best.Thresholds), Danger = Place(answers, ModelHeads.Danger), Weapons = Place(answers, ModelHeads.Weapons) };
    }

    private static GradedCall ToCall(LeftOutAnswer answer)
    {
        var labelled = answer.Item.Case;
        return new GradedCall(labelled.Urgency!.Value, answer.Item.Facts.Floor, ModelHeads.Slice(answer.Answers, ModelHeads.Urgency).ToArray(), labelled.Scene());
    }

    // Around the highest threshold that still finds enough of the critical calls.
    private static double[] Criticals(GradedCall[] calls)
    {
        var chances = calls.Where(call => call.Label == Urgency.Critical).Select(call => call.Floor == Urgency.Critical ? 1 : (double)call.Chances[3])
            .OrderDescending().ToArray();
        return chances.Length == 0 ? [Usual.Critical]
            : [.. new[] { 0, 0.001, 0.002, 0.004 }.Select(more => RoundDown(chances[Math.Min(chances.Length - 1, (int)(chances.Length * (Recall + more)))]))];
    }

    private static double Cost(GradedCall[] calls, ModelThresholds thresholds)
    {
        var (critical, found, under, over, human) = (0, 0, 0, 0, 0);
        var scenes = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var call in calls)
        {
            var grade = call.Grade(thresholds);
            critical += call.Label == Urgency.Critical ? 1 : 0;
            found += call.Label == Urgency.Critical && grade == Urgency.Critical ? 1 : 0;
            under += grade < call.Label ? 1 : 0;
            over += grade > call.Label ? 1 : 0;
            human += grade >= Urgency.High ? 1 : 0;
            if (call.Scene is not null)
            {
                scenes[call.Scene] = scenes.GetValueOrDefault(call.Scene, true) && grade == call.Label;
            }
        }

        double all = calls.Length;
        var broken = (4 * Math.Max(0, Recall - (found / Math.Max(1.0, critical)))) + (3 * Math.Max(0, (under / all) - Under))
            + (2 * Math.Max(0, (over / all) - Over)) + (2 * Math.Max(0, (human / all) - Human + ForDoubt));
        var whole = scenes.Count == 0 ? 0 : scenes.Values.Count(right => right) / (double)scenes.Count;
        return (10 * broken) + ((under + over) / all) - (0.5 * whole);
    }

    // As low as the share of calls that people can look at allows.
    private static double PlaceDoubt(GradedCall[] calls, ModelThresholds thresholds)
    {
        var spare = (int)(calls.Length * Human) - calls.Count(call => call.Grade(thresholds) >= Urgency.High);
        var doubtful = calls.Where(call => call.Grade(thresholds) < Urgency.High).OrderByDescending(call => call.Chances[3]).ToArray();
        if (spare <= 0 || doubtful.Length == 0)
        {
            return thresholds.Critical / 2;
        }

        return Math.Max(0.005, RoundDown(doubtful[Math.Min(spare, doubtful.Length) - 1].Chances[3]));
    }

    // To four digits, as the card shows it, and never above the chance that it must let through.
    private static double RoundDown(double chance) => Math.Floor(chance * 1e4) / 1e4;

    private static double Place(IReadOnlyList<LeftOutAnswer> answers, int head) => Steps.Where(step => step is >= 0.2 and <= 0.7)
        .MaxBy(step => answers.Count(answer => (ModelHeads.Slice(answer.Answers, head)[1] >= step) == (answer.Item.Labels[head] == 1)));
}

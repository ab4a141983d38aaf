using CallIntake.Engine.Triage.Classifier;
using CallIntake.Engine.Triage.Scoring;

namespace CallIntake.Engine.Triage.Training;

/// <summary>
/// Places the thresholds where the promises are kept best on authors left out: critical calls found first, then few graded too low, then
/// few graded too high. Static and pure.
/// </summary>
internal static class ThresholdSearch
{
    private const double MostDoubt = 0.1;

    private static readonly double[] Steps =
    [
        0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1, 0.12, 0.14, 0.16, 0.18, 0.2, 0.23, 0.26, 0.3, 0.34, 0.38, 0.42, 0.46, 0.5, 0.55, 0.6, 0.65, 0.7,
    ];

    /// <summary>The best thresholds for typed or transcribed text; heard text (tag "heard") is left aside.</summary>
    public static ModelThresholds Search(IReadOnlyList<LeftOutAnswer> answers)
    {
        var calls = answers.Where(answer => !answer.Item.Case.Tags.Contains("heard")).Select(ToCall).ToArray();
        var best = (Cost: double.MaxValue, Thresholds: new ModelThresholds(0.2, 0.4, 0.5, 0.05, 0.5, 0.5));
        if (calls.Length == 0)
        {
            return best.Thresholds;
        }

        foreach (var critical in Steps.Where(step => step <= 0.5))
        {
            foreach (var high in Steps.Where(step => step >= 0.2))
            {
                foreach (var medium in Steps.Where(step => step >= 0.3))
                {
                    var thresholds = best.Thresholds with { Critical = critical, High = high, Medium = medium };
                    var cost = Cost(calls, thresholds);
                    best = cost < best.Cost ? (cost, thresholds) : best;
                }
            }
        }

        return best.Thresholds with { Doubt = PlaceDoubt(calls, best.Thresholds), Danger = Place(answers, ModelHeads.Danger), Weapons = Place(answers, ModelHeads.Weapons) };
    }

    private static (Urgency Label, Urgency Floor, float[] Chances) ToCall(LeftOutAnswer answer) =>
        (answer.Item.Case.Urgency!.Value, answer.Item.Facts.Floor, ModelHeads.Slice(answer.Answers, ModelHeads.Urgency).ToArray());

    private static double Cost((Urgency Label, Urgency Floor, float[] Chances)[] calls, ModelThresholds thresholds)
    {
        var (critical, found, under, over, human) = (0, 0, 0, 0, 0);
        foreach (var (label, floor, chances) in calls)
        {
            var grade = thresholds.Grade(chances);
            grade = grade < floor ? floor : grade;
            critical += label == Urgency.Critical ? 1 : 0;
            found += label == Urgency.Critical && grade == Urgency.Critical ? 1 : 0;
            under += grade < label ? 1 : 0;
            over += grade > label ? 1 : 0;
            human += grade >= Urgency.High ? 1 : 0;
        }

        double all = calls.Length;
        return (4 * Math.Max(0, 0.98 - (found / Math.Max(1.0, critical)))) + (3 * Math.Max(0, (under / all) - 0.06)) + (2 * Math.Max(0, (over / all) - 0.2))
            + (2 * Math.Max(0, (human / all) - 0.6)) + (0.3 * (under + over) / all);
    }

    // As low as the share of calls that people can look at allows.
    private static double PlaceDoubt((Urgency Label, Urgency Floor, float[] Chances)[] calls, ModelThresholds thresholds)
    {
        var spare = (int)(calls.Length * 0.62) - calls.Count(call => Grade(call, thresholds) >= Urgency.High);
        var doubtful = calls.Where(call => Grade(call, thresholds) < Urgency.High).Select(call => (double)call.Chances[3]).OrderDescending().ToArray();
        return spare <= 0 || doubtful.Length == 0 ? MostDoubt : Math.Clamp(doubtful[Math.Min(spare, doubtful.Length) - 1], 0.01, MostDoubt);
    }

    private static Urgency Grade((Urgency Label, Urgency Floor, float[] Chances) call, ModelThresholds thresholds)
    {
        var grade = thresholds.Grade(call.Chances);
        return grade < call.Floor ? call.Floor : grade;
    }

    private static double Place(IReadOnlyList<LeftOutAnswer> answers, int head) => Steps.Where(step => step is >= 0.2 and <= 0.7)
        .MaxBy(step => answers.Count(answer => (ModelHeads.Slice(answer.Answers, head)[1] >= step) == (answer.Item.Labels[head] == 1)));
}

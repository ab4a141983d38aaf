using CallIntake.Engine.Triage.Rules;

namespace CallIntake.Engine.Triage.Classifier;

/// <summary>The judge that asks the trained model. Thread-safe.</summary>
internal sealed class TrainedJudge(TrainedModel model, RuleBook book) : ICallJudge
{
    private readonly FeatureReader _features = new(book, model.Bits);

    public string? Version => model.Card.Version;

    public Judgement Judge(CallFacts facts) => Decide(model.Answer(_features.Read(facts)), model.Card.Thresholds);

    /// <summary>Decisions out of the probabilities of all answers.</summary>
    public static Judgement Decide(ReadOnlySpan<float> answers, ModelThresholds thresholds)
    {
        var chances = ModelHeads.Slice(answers, ModelHeads.Urgency);
        var (urgency, likeliest) = (thresholds.Grade(chances), Best(chances, out _));
        var category = Best(ModelHeads.Slice(answers, ModelHeads.Category), out var categoryChance);
        var department = ModelHeads.Who[Best(ModelHeads.Slice(answers, ModelHeads.Department), out _)];
        var also = new List<string>();
        for (var i = 0; i < Departments.All.Count; i++)
        {
            if (ModelHeads.Slice(answers, ModelHeads.FirstAlso + i)[1] > 0.5 && Departments.All[i] != department)
            {
                also.Add(Departments.All[i]);
            }
        }

        return new Judgement(
            urgency,
            [chances[0], chances[1], chances[2], chances[3]],
            ModelHeads.Causes[category],
            categoryChance,
            likeliest == (int)Urgency.Critical || ModelHeads.Slice(answers, ModelHeads.Danger)[1] >= thresholds.Danger,
            ModelHeads.Slice(answers, ModelHeads.Weapons)[1] >= thresholds.Weapons,
            department == ModelHeads.NoDepartment ? null : department,
            also,
            Doubtful: chances[3] >= thresholds.Doubt,
            ModelHeads.Languages[Best(ModelHeads.Slice(answers, ModelHeads.Language), out _)]);
    }

    private static int Best(ReadOnlySpan<float> chances, out double chance)
    {
        var best = 0;
        for (var i = 1; i < chances.Length; i++)
        {
            best = chances[i] > chances[best] ? i : best;
        }

        chance = chances[best];
        return best;
    }
}

using CallIntake.Engine.Triage.Rules;

namespace CallIntake.Engine.Triage.Classifier;

/// <summary>
/// The judge that needs nothing but the rule files: the cause with most of its words in the call, and what usually holds for it. Used
/// where no trained model can be loaded. Thread-safe.
/// </summary>
internal sealed class RuleJudge(RuleBook book) : ICallJudge
{
    private const string CausePrefix = "is_";
    private readonly int[] _softeners = [.. ((string[])["long_ago", "days_ago", "yesterday", "retract", "question"]).Select(book.IndexOf)];
    private readonly int[] _arms = [.. ((string[])["knife", "gun", "blunt", "shots"]).Select(book.IndexOf)];
    private readonly int[] _hurt = [.. ((string[])["blood", "unconscious", "not_breathing", "heavy_hurt", "light_hurt"]).Select(book.IndexOf)];
    private readonly int _unreal = book.IndexOf("unreal");

    public string? Version => null;

    public Judgement Judge(CallFacts facts)
    {
        var (category, chance) = Cause(facts);
        var cause = book.Causes[category];
        var softened = facts.Mentions.Any(mention => _softeners.Contains(mention.Concept));
        var usual = softened && cause.Urgency > Urgency.Medium ? Urgency.Medium : cause.Urgency;
        var urgency = facts.Floor > usual ? facts.Floor : usual;
        var also = urgency > Urgency.Medium && cause.Department == Departments.Police && Mentions(facts, _hurt)
            ? cause.AlsoNotify.Append(Departments.Ambulance).Distinct(StringComparer.Ordinal).ToArray()
            : cause.AlsoNotify;
        return new Judgement(
            urgency,
            Chances(urgency),
            category,
            chance,
            urgency == Urgency.Critical || (urgency == Urgency.High && !softened),
            Mentions(facts, _arms) && !Mentions(facts, [_unreal]),
            cause.Department,
            also,
            Doubtful: chance < 0.5);
    }

    private (string Category, double Chance) Cause(CallFacts facts)
    {
        var votes = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var mention in facts.Mentions)
        {
            var name = book.Concepts[mention.Concept];
            if (name.StartsWith(CausePrefix, StringComparison.Ordinal) && book.Causes.TryGetValue(name[CausePrefix.Length..], out var cause))
            {
                votes[cause.Category] = votes.GetValueOrDefault(cause.Category) + (cause.Weight * (mention.Negated ? 0.3 : 1));
            }
        }

        if (votes.Count == 0)
        {
            return (Categories.Other, 0.1);
        }

        var best = votes.OrderByDescending(vote => vote.Value).ThenBy(vote => vote.Key, StringComparer.Ordinal).First();
        return (best.Key, best.Value / votes.Values.Sum());
    }

    private static bool Mentions(CallFacts facts, int[] concepts) =>
        facts.Mentions.Any(mention => !mention.Negated && concepts.Contains(mention.Concept));

    private static double[] Chances(Urgency urgency)
    {
        var chances = new double[4];
        Array.Fill(chances, 0.1);
        chances[(int)urgency] = 0.7;
        return chances;
    }
}

using CallIntake.Engine.Triage.Rules;

namespace CallIntake.Engine.Triage.Classifier;

/// <summary>Features of the text as a whole: length, marks, tenses. Static and pure.</summary>
internal static class ShapeFeatures
{
    /// <summary>Adds them.</summary>
    public static void Add(CallFacts facts, FeatureGroup group)
    {
        var tokens = facts.Call.Tokens;
        Add(group, 'l', Bucket(tokens.Length));
        Add(group, 'q', Math.Min(3, facts.Call.Questions.Count(question => question)));
        Add(group, 'x', Math.Min(3, facts.Call.Turns.Sum(turn => turn.Text.AsSpan().Count('!'))));
        Add(group, 'd', Math.Min(3, facts.Call.Turns.Sum(turn => turn.Text.AsSpan().Count('…') + turn.Text.AsSpan().Count("..."))));
        var (now, past) = (0, 0);
        foreach (var token in tokens)
        {
            var tense = Tenses.OfWord(token.Word);
            now += tense == Tense.Now || token.Word.StartsWith("жатыр", StringComparison.Ordinal) ? 1 : 0;
            past += tense == Tense.Past ? 1 : 0;
        }

        Add(group, 'n', Math.Min(4, now));
        Add(group, 'p', Math.Min(5, past));
        Add(group, 't', now == 0 && past == 0 ? 0 : now > 2 * past ? 1 : past > 2 * now ? 2 : 3);
    }

    private static int Bucket(int length) => length switch { < 4 => 0, < 8 => 1, < 14 => 2, < 22 => 3, < 35 => 4, < 55 => 5, _ => 6 };

    private static void Add(FeatureGroup group, char kind, int value) => group.Add(FeatureHash.Add(FeatureHash.Add(FeatureHash.Start('s'), kind), value));
}

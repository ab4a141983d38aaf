using CallIntake.Engine.Triage.Rules;

namespace CallIntake.Engine.Triage.Classifier;

/// <summary>
/// Turns a call into features: words and pairs of words, character n-grams within words, words by their sound, pairs of beginnings of words,
/// and what the rules found: concepts with tense, negation, time and source, alone and together. Thread-safe.
/// </summary>
internal sealed class FeatureReader(RuleBook book, int bits)
{
    private const int ShortestGram = 2;
    private const int LongestGram = 5;

    // Endings carry little beside the beginnings that they hang on, and in Kazakh there are very many of them.
    private const int Beginning = 5;
    private readonly MentionFeatures _mentions = new(book);

    /// <summary>All features of a call.</summary>
    public FeatureVector Read(CallFacts facts)
    {
        FeatureGroup[] groups = [new(Scales.Words), new(Scales.Grams), new(Scales.Loose), new(Scales.Concepts), new(Scales.Pairs), new(Scales.Shape)];
        AddWords(facts, groups[0]);
        AddGrams(facts, groups[1]);
        AddLoose(facts, groups[2]);
        _mentions.Add(facts, groups[3], groups[4]);
        ShapeFeatures.Add(facts, groups[5]);
        NumberFeatures.Add(facts, groups[5]);
        var count = groups.Sum(group => group.Names.Count);
        var (buckets, values) = (new int[count], new float[count]);
        var at = 0;
        foreach (var group in groups)
        {
            var value = group.Value;
            foreach (var name in group.Names)
            {
                buckets[at] = FeatureHash.Bucket(name, bits);
                values[at++] = value;
            }
        }

        return new FeatureVector(buckets, values);
    }

    private static void AddWords(CallFacts facts, FeatureGroup group)
    {
        var tokens = facts.Call.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            group.Add(FeatureHash.Add(FeatureHash.Start('w'), tokens[i].Word));
            if (i > 0)
            {
                group.Add(Pair('b', tokens[i - 1].Word, tokens[i].Word));
            }
        }
    }

    // What stays alike where endings differ or a recogniser heard badly: neighbours by their beginnings, one word between them or none, and
    // words and neighbours by their sound.
    private static void AddLoose(CallFacts facts, FeatureGroup group)
    {
        var tokens = facts.Call.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            group.Add(FeatureHash.Add(FeatureHash.Start('Q'), tokens[i].Sound));
            if (i > 0)
            {
                group.Add(Pair('R', tokens[i - 1].Sound, tokens[i].Sound));
                group.Add(Pair('S', Begin(tokens[i - 1].Word), Begin(tokens[i].Word)));
            }

            if (i > 1)
            {
                group.Add(Pair('T', Begin(tokens[i - 2].Word), Begin(tokens[i].Word)));
            }
        }
    }

    private static ReadOnlySpan<char> Begin(string word) => word.AsSpan(0, Math.Min(Beginning, word.Length));

    private static uint Pair(char kind, ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        FeatureHash.Add(FeatureHash.Add(FeatureHash.Add(FeatureHash.Start(kind), one), ' '), other);

    private static void AddGrams(CallFacts facts, FeatureGroup group)
    {
        Span<char> padded = stackalloc char[66];
        foreach (var token in facts.Call.Tokens)
        {
            var length = Math.Min(token.Word.Length, 64);
            padded[0] = ' ';
            token.Word.AsSpan(0, length).CopyTo(padded[1..]);
            padded[length + 1] = ' ';
            for (var start = 0; start < length + 2; start++)
            {
                for (var gram = ShortestGram; gram <= LongestGram && start + gram <= length + 2; gram++)
                {
                    group.Add(FeatureHash.Add(FeatureHash.Start('c'), padded.Slice(start, gram)));
                }
            }
        }
    }

    private static class Scales
    {
        public const float Words = 1f;
        public const float Grams = 1.2f;
        public const float Loose = 0.8f;
        public const float Concepts = 1.2f;
        public const float Pairs = 1f;
        public const float Shape = 0.4f;
    }
}

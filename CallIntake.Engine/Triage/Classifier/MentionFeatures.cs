using CallIntake.Engine.Triage.Rules;

namespace CallIntake.Engine.Triage.Classifier;

/// <summary>Features out of the rules' mentions. Thread-safe.</summary>
internal sealed class MentionFeatures(RuleBook book)
{
    private const int Furthest = 40;

    /// <summary>Adds single mentions to <paramref name="concepts"/> and combinations to <paramref name="pairs"/>.</summary>
    public void Add(CallFacts facts, FeatureGroup concepts, FeatureGroup pairs)
    {
        var call = facts.Call;
        var states = new List<MentionState>();
        foreach (var mention in facts.Mentions)
        {
            var sentence = call.Tokens[mention.First].Sentence;
            var state = new MentionState(mention.Concept, State(mention, call.Questions[sentence]), sentence);
            concepts.Add(Name('m', mention.Concept));
            concepts.Add(Name('k', state.State));
            concepts.Add(FeatureHash.Add(Name('z', mention.Concept), (mention.Negated ? 4 : 0) + Third(mention.First, call.Tokens.Length)));
            if (states.Count > 0 && states[^1].Sentence == sentence && states[^1].Concept != mention.Concept)
            {
                concepts.Add(FeatureHash.Add(Name('o', states[^1].Concept), state.State));
            }

            if (!states.Contains(state))
            {
                states.Add(state);
            }
        }

        AddPairs(states, pairs);
        foreach (var signal in facts.Signals)
        {
            concepts.Add(FeatureHash.Add(FeatureHash.Start('g'), signal.Kind));
        }

        concepts.Add(Name('f', (int)facts.Floor));
    }

    private void AddPairs(List<MentionState> states, FeatureGroup pairs)
    {
        for (var i = 0; i < states.Count; i++)
        {
            for (var j = i + 1; j < states.Count && j <= i + Furthest; j++)
            {
                var (one, other) = states[i].State <= states[j].State ? (states[i], states[j]) : (states[j], states[i]);
                if (one.Concept == other.Concept || !Matter(one, other))
                {
                    continue;
                }

                pairs.Add(FeatureHash.Add(Name('p', one.State), other.State));
                if (one.Sentence == other.Sentence)
                {
                    pairs.Add(FeatureHash.Add(Name('x', one.State), other.State));
                }
            }
        }
    }

    // Danger and time with all but things, anywhere in the call; things only with danger or time of their own sentence.
    private bool Matter(MentionState one, MentionState other)
    {
        var (first, second) = (book.Topics[one.Concept], book.Topics[other.Concept]);
        return (first is "danger" or "time" || second is "danger" or "time")
            && ((first != "things" && second != "things") || one.Sentence == other.Sentence);
    }

    // How a call begins and how it ends are different things: "кричала … теперь спит".
    private static int Third(int token, int tokens) => tokens < 9 ? 3 : Math.Min(2, token * 3 / tokens);

    // Concept, negation, tense and question in one number.
    private static int State(Mention mention, bool question) =>
        (mention.Concept * 16) + ((int)mention.Tense * 4) + (mention.Negated ? 2 : 0) + (question ? 1 : 0);

    private static uint Name(char kind, int value) => FeatureHash.Add(FeatureHash.Start(kind), value);

    private readonly record struct MentionState(int Concept, int State, int Sentence);
}

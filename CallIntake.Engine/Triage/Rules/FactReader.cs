using CallIntake.Engine.Triage.Text;

namespace CallIntake.Engine.Triage.Rules;

/// <summary>Applies the rule book to a call. Thread-safe.</summary>
internal sealed class FactReader(RuleBook book)
{
    private const int NearSentences = 1;
    private readonly MentionReader _reader = new(book.Lexicon);

    /// <summary>Mentions, signals and the floor of everything said so far.</summary>
    public CallFacts Read(TokenizedCall call)
    {
        var mentions = _reader.Read(call);
        var signals = new List<TriageSignal>();
        var floor = Urgency.Low;
        foreach (var rule in book.Floors)
        {
            foreach (var mention in mentions)
            {
                if (Holds(rule, mention, mentions, call))
                {
                    AddSignal(rule.Kind, mention, call, signals);
                    floor = Urgencies.Higher(floor, rule.Urgency ?? floor);
                }
            }
        }

        return new CallFacts(call, mentions, signals, floor);
    }

    private static bool Holds(FloorRule rule, Mention anchor, List<Mention> mentions, TokenizedCall call)
    {
        if (!Fits(rule.Terms[0], anchor, call))
        {
            return false;
        }

        for (var i = 1; i < rule.Terms.Count; i++)
        {
            var term = rule.Terms[i];
            var found = mentions.Exists(mention => Fits(term, mention, call) && IsNear(term, anchor, mention, call));
            if (found == term.Absent)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Fits(FloorTerm term, Mention mention, TokenizedCall call) => mention.Concept == term.Concept && !mention.Negated
        && (term.Tense is null || mention.Tense == term.Tense)
        && !call.Questions[call.Tokens[mention.First].Sentence];

    private static bool IsNear(FloorTerm term, Mention anchor, Mention other, TokenizedCall call) => term.Anywhere
        || Math.Abs(call.Tokens[anchor.First].Sentence - call.Tokens[other.First].Sentence) <= NearSentences;

    private static void AddSignal(string kind, Mention mention, TokenizedCall call, List<TriageSignal> signals)
    {
        var (first, last) = (call.Tokens[mention.First], call.Tokens[mention.Last]);
        var turn = call.Turns[first.Turn];
        var signal = new TriageSignal(kind, turn.Text[first.Start..last.End], turn.Index, first.Start, last.End);
        if (!signals.Contains(signal))
        {
            signals.Add(signal);
        }
    }
}

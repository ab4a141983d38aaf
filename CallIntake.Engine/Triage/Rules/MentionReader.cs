using CallIntake.Engine.Triage.Text;

namespace CallIntake.Engine.Triage.Rules;

/// <summary>Turns matches of the word lists into mentions that know negation and tense, in both languages. Thread-safe.</summary>
internal sealed class MentionReader(Lexicon lexicon)
{
    /// <summary>All mentions in the order of the call, one per concept and first word.</summary>
    public List<Mention> Read(TokenizedCall call)
    {
        var matches = new List<(WordPattern Pattern, int First, int Last, bool Guessed)>();
        lexicon.Find(call.Tokens, matches);
        var mentions = new List<Mention>(matches.Count);
        var seen = new HashSet<(int, int)>();
        foreach (var (pattern, first, last, guessed) in matches)
        {
            if (seen.Add((pattern.Concept, first)))
            {
                var negated = !pattern.OwnNegation && Negation.Holds(call.Tokens, first, last);
                mentions.Add(new Mention(pattern.Concept, first, last, negated, Tenses.Of(call.Tokens, first, last), guessed));
            }
        }

        return mentions;
    }
}

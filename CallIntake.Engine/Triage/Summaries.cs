using CallIntake.Engine.Triage.Rules;
using CallIntake.Engine.Triage.Text;

namespace CallIntake.Engine.Triage;

/// <summary>Makes the summary out of the caller's own sentences. Static and pure.</summary>
internal static class Summaries
{
    private const int Longest = 240;

    /// <summary>One or two sentences that carry most of the facts, in the order in which they were said; never a word of our own.</summary>
    public static string Of(CallFacts facts)
    {
        var call = facts.Call;
        if (call.Tokens.Length == 0)
        {
            return string.Empty;
        }

        var weights = Weigh(facts);
        var first = Best(weights, except: -1);
        var second = Best(weights, first);
        var one = Sentence(call, first);
        if (second < 0 || weights[second] == 0 || one.Length > Longest / 2)
        {
            return Shorten(one);
        }

        var two = Sentence(call, second);
        return Shorten(first < second ? one + ". " + two : two + ". " + one);
    }

    private static double[] Weigh(CallFacts facts)
    {
        var weights = new double[facts.Call.Questions.Length];
        foreach (var mention in facts.Mentions)
        {
            weights[facts.Call.Tokens[mention.First].Sentence] += mention.Guessed ? 0.5 : 1;
        }

        foreach (var signal in facts.Signals)
        {
            var sentence = facts.Call.Tokens.First(token => facts.Call.Turns[token.Turn].Index == signal.Turn && token.Start >= signal.Start).Sentence;
            weights[sentence] += 2;
        }

        foreach (var token in facts.Call.Tokens)
        {
            weights[token.Sentence] += 0.01;
        }

        return weights;
    }

    private static int Best(double[] weights, int except)
    {
        var best = -1;
        for (var i = 0; i < weights.Length; i++)
        {
            if (i != except && weights[i] > 0 && (best < 0 || weights[i] > weights[best]))
            {
                best = i;
            }
        }

        return best;
    }

    private static string Sentence(TokenizedCall call, int sentence)
    {
        var first = Array.FindIndex(call.Tokens, token => token.Sentence == sentence);
        var last = Array.FindLastIndex(call.Tokens, token => token.Sentence == sentence);
        return first < 0 ? string.Empty : Clean(call.Turns[call.Tokens[first].Turn].Text.AsSpan(call.Tokens[first].Start, call.Tokens[last].End - call.Tokens[first].Start));
    }

    private static string Clean(ReadOnlySpan<char> text)
    {
        var buffer = text.Length <= 1024 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (!char.IsControl(c) && TextFolding.Fold(c) != '\0')
            {
                buffer[length++] = c;
            }
        }

        return new string(buffer[..length]);
    }

    private static string Shorten(string text)
    {
        if (text.Length <= Longest)
        {
            return text;
        }

        var cut = text.LastIndexOf(' ', Longest - 1);
        return text[..(cut > Longest / 2 ? cut : Longest - 1)].TrimEnd(',', ' ') + "…";
    }
}

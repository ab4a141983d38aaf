namespace CallIntake.Engine.Triage.Address.Tagging;

/// <summary>
/// A chain of tags with weights for each tag at each place and for each step (a conditional random field). Best path by Viterbi,
/// probabilities by forward and backward sums. Pure.
/// </summary>
internal static class TagChain
{
    private const int Count = PlaceTags.Count;
    private const double Impossible = -1e30;

    /// <summary>Sets steps that cannot be to impossible.</summary>
    public static double Step(float[] transitions, int before, int next) =>
        PlaceTags.MayFollow(before < Count ? (PlaceTag)before : PlaceTag.None, (PlaceTag)next) ? transitions[(before * Count) + next] : Impossible;

    /// <summary>The best tags. <paramref name="scores"/>: [unit * Count + tag].</summary>
    public static PlaceTag[] Best(double[] scores, float[] transitions)
    {
        var length = scores.Length / Count;
        var tags = new PlaceTag[length];
        if (length == 0)
        {
            return tags;
        }

        var best = new double[length * Count];
        var from = new byte[length * Count];
        for (var tag = 0; tag < Count; tag++)
        {
            best[tag] = scores[tag] + Step(transitions, Count, tag);
        }

        for (var i = 1; i < length; i++)
        {
            Advance(scores, transitions, best, from, i);
        }

        var last = 0;
        for (var tag = 1; tag < Count; tag++)
        {
            last = best[((length - 1) * Count) + tag] > best[((length - 1) * Count) + last] ? tag : last;
        }

        for (var i = length - 1; i >= 0; i--)
        {
            tags[i] = (PlaceTag)last;
            last = from[(i * Count) + last];
        }

        return tags;
    }

    /// <summary>The probability of each tag at each place, in the layout of the scores; returns the logarithm of the sum over all paths.</summary>
    public static double Marginals(double[] scores, double[] steps, double[] marginals)
    {
        // steps: exp of the transitions, impossible ones 0. Every place is scaled to sum 1, so nothing under- or overflows.
        var length = scores.Length / Count;
        var forward = new double[scores.Length];
        var local = new double[scores.Length];
        var logarithm = 0.0;
        for (var i = 0; i < length; i++)
        {
            var top = Top(scores, i);
            var sum = 0.0;
            for (var tag = 0; tag < Count; tag++)
            {
                var at = (i * Count) + tag;
                local[at] = Math.Exp(scores[at] - top);
                var reach = i == 0 ? steps[(Count * Count) + tag] : Reach(forward, steps, i - 1, tag);
                forward[at] = reach * local[at];
                sum += forward[at];
            }

            Scale(forward, i, sum);
            logarithm += top + Math.Log(sum);
        }

        Backward(forward, local, steps, marginals, length);
        return logarithm;
    }

    /// <summary>The steps for <see cref="Marginals"/>.</summary>
    public static double[] Steps(float[] transitions)
    {
        var steps = new double[(Count + 1) * Count];
        for (var before = 0; before <= Count; before++)
        {
            for (var next = 0; next < Count; next++)
            {
                var step = Step(transitions, before, next);
                steps[(before * Count) + next] = step <= Impossible ? 0 : Math.Exp(step);
            }
        }

        return steps;
    }

    private static void Backward(double[] forward, double[] local, double[] steps, double[] marginals, int length)
    {
        Span<double> behind = stackalloc double[Count];
        Span<double> next = stackalloc double[Count];
        behind.Fill(1);
        for (var i = length - 1; i >= 0; i--)
        {
            var sum = 0.0;
            for (var tag = 0; tag < Count; tag++)
            {
                marginals[(i * Count) + tag] = forward[(i * Count) + tag] * behind[tag];
                sum += marginals[(i * Count) + tag];
            }

            Scale(marginals, i, sum);
            var total = 0.0;
            for (var tag = 0; i > 0 && tag < Count; tag++)
            {
                next[tag] = 0;
                for (var after = 0; after < Count; after++)
                {
                    next[tag] += steps[(tag * Count) + after] * local[(i * Count) + after] * behind[after];
                }

                total += next[tag];
            }

            for (var tag = 0; i > 0 && tag < Count; tag++)
            {
                behind[tag] = next[tag] / total;
            }
        }
    }

    private static void Advance(double[] scores, float[] transitions, double[] best, byte[] from, int i)
    {
        for (var tag = 0; tag < Count; tag++)
        {
            var top = double.NegativeInfinity;
            for (var before = 0; before < Count; before++)
            {
                var score = best[((i - 1) * Count) + before] + Step(transitions, before, tag);
                if (score > top)
                {
                    top = score;
                    from[(i * Count) + tag] = (byte)before;
                }
            }

            best[(i * Count) + tag] = top + scores[(i * Count) + tag];
        }
    }

    private static double Reach(double[] forward, double[] steps, int i, int tag)
    {
        var sum = 0.0;
        for (var before = 0; before < Count; before++)
        {
            sum += forward[(i * Count) + before] * steps[(before * Count) + tag];
        }

        return sum;
    }

    private static double Top(double[] scores, int i)
    {
        var top = scores[i * Count];
        for (var tag = 1; tag < Count; tag++)
        {
            top = Math.Max(top, scores[(i * Count) + tag]);
        }

        return top;
    }

    private static void Scale(double[] values, int i, double sum)
    {
        for (var tag = 0; tag < Count; tag++)
        {
            values[(i * Count) + tag] /= sum;
        }
    }
}

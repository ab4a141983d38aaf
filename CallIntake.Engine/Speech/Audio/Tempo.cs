namespace CallIntake.Engine.Speech.Audio;

/// <summary>
/// Makes speech faster or slower and leaves its pitch alone, for voices that have no rate of their own: overlapping windows are laid closer
/// or farther apart, each moved a little to where it fits what came before (WSOLA; Verhelst and Roelands, ICASSP 1993). Pure.
/// </summary>
internal static class Tempo
{
    private const double WindowSeconds = 0.03;
    private const double SearchSeconds = 0.01;

    /// <summary>The same speech at another tempo.</summary>
    /// <param name="audio">Any speech.</param>
    /// <param name="speed">Factor, 0.5 to 2: 2 is twice as fast, 1 leaves the audio itself.</param>
    public static SpeechAudio Change(SpeechAudio audio, double speed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(speed, 0.5);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(speed, 2);
        var hop = (int)(audio.SampleRate * WindowSeconds / 2);
        if (Math.Abs(speed - 1) < 0.001 || audio.Samples.Length < 4 * hop)
        {
            return audio;
        }

        return audio with { Samples = Array.ConvertAll(Stretch(audio.Samples.Span, speed, hop, (int)(audio.SampleRate * SearchSeconds)), WavSamples.ToInt16) };
    }

    private static float[] Stretch(ReadOnlySpan<short> input, double speed, int hop, int search)
    {
        var output = new float[(int)(input.Length / speed)];
        var window = Window(hop);
        var from = 0;
        for (var to = 0; to < output.Length; to += hop)
        {
            if (to > 0)
            {
                // What would follow by itself; the window that is most like it goes on without a click.
                from = BestStart(input, (int)(to * speed), from + hop, hop, search);
            }

            for (var i = 0; i < 2 * hop && to + i < output.Length && from + i < input.Length; i++)
            {
                // The first half of the first window has nothing to be blended with.
                output[to + i] += input[from + i] * (to == 0 && i < hop ? 1 : window[i]);
            }
        }

        return output;
    }

    private static int BestStart(ReadOnlySpan<short> input, int wanted, int natural, int hop, int search)
    {
        var best = Math.Clamp(wanted, 0, Math.Max(0, input.Length - 2 * hop));
        var bestLikeness = double.NegativeInfinity;
        var first = Math.Max(0, wanted - search);
        for (var start = first; start <= wanted + search && Math.Max(start, natural) + hop <= input.Length; start++)
        {
            if (Likeness(input.Slice(start, hop), input.Slice(natural, hop)) is var likeness && likeness > bestLikeness)
            {
                (best, bestLikeness) = (start, likeness);
            }
        }

        return best;
    }

    // Correlation over the energy of the candidate, or the loudest would always be the most alike.
    private static double Likeness(ReadOnlySpan<short> candidate, ReadOnlySpan<short> natural)
    {
        long product = 0, energy = 1;
        for (var i = 0; i < candidate.Length; i++)
        {
            product += candidate[i] * natural[i];
            energy += candidate[i] * candidate[i];
        }

        return product / Math.Sqrt(energy);
    }

    private static float[] Window(int hop)
    {
        var window = new float[2 * hop];
        for (var i = 0; i < window.Length; i++)
        {
            window[i] = (float)(0.5 - 0.5 * Math.Cos(Math.PI * i / hop));
        }

        return window;
    }
}

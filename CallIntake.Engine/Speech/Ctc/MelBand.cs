namespace CallIntake.Engine.Speech.Ctc;

/// <summary>One band of a mel filterbank: a triangle over neighbouring bins of a spectrum.</summary>
/// <param name="First">Its first bin.</param>
/// <param name="Weights">Weights of its bins.</param>
internal sealed record MelBand(int First, float[] Weights)
{
    /// <summary>
    /// Bands of equal width on the mel scale of HTK (2595 · log10(1 + f / 700)), peaks of 1, as torchaudio's melscale_fbanks gives them
    /// without normalisation, rounded to bfloat16.
    /// </summary>
    /// <param name="bands">How many.</param>
    /// <param name="bins">Bins of the spectrum, from 0 Hz to half the rate.</param>
    /// <param name="rate">Samples a second.</param>
    public static MelBand[] Bank(int bands, int bins, int rate)
    {
        var top = ToMel(rate / 2.0);
        var edges = Enumerable.Range(0, bands + 2).Select(i => ToHertz(top * i / (bands + 1))).ToArray();
        return [.. Enumerable.Range(0, bands).Select(band => Triangle(edges[band], edges[band + 1], edges[band + 2], bins, rate))];
    }

    private static MelBand Triangle(double low, double peak, double high, int bins, int rate)
    {
        var weights = Enumerable.Range(0, bins).Select(bin =>
        {
            var hertz = rate / 2.0 * bin / (bins - 1);
            return Brain16.Round(Math.Max(0, Math.Min((hertz - low) / (peak - low), (high - hertz) / (high - peak))));
        }).ToArray();
        var first = Math.Max(0, Array.FindIndex(weights, weight => weight > 0));
        return new MelBand(first, weights[first..(Array.FindLastIndex(weights, weight => weight > 0) + 1)]);
    }

    private static double ToMel(double hertz) => 2595 * Math.Log10(1 + (hertz / 700));

    private static double ToHertz(double mel) => 700 * (Math.Pow(10, mel / 2595) - 1);
}

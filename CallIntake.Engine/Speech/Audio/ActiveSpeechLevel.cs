namespace CallIntake.Engine.Speech.Audio;

/// <summary>
/// How loud speech is while somebody speaks: the active speech level of ITU-T P.56 (12/2011), method B, with the constants of the
/// recommendation (envelope of 30 ms, hangover of 200 ms, margin of 15.9 dB). In dBov: 0 is the power of 16-bit full scale, a sine at full
/// scale has −3. Pauses longer than the hangover do not count, and the recording is measured as if silence followed it, so that silence
/// before and after changes nothing. Pure.
/// </summary>
internal static class ActiveSpeechLevel
{
    private const double EnvelopeSeconds = 0.03;
    private const double HangoverSeconds = 0.2;
    private const double Margin = 15.9;

    // Thresholds of activity: half of full scale, and 14 more, each half of the next.
    private const int Thresholds = 15;

    // After this much silence even the loudest envelope is under the lowest threshold and its hangover is over.
    private const double SettlingSeconds = 0.8;

    /// <summary>The level, dBov; <see cref="AudioLevel.Silence"/> where nothing is active.</summary>
    public static double Measure(SpeechAudio audio)
    {
        var (energy, active) = Activity(audio);
        var above = (Level: AudioLevel.Silence, Distance: double.NaN);
        for (var i = 0; i < Thresholds && active[i] > 0 && energy > 0; i++)
        {
            var level = 10 * Math.Log10(energy / active[i]);
            var distance = level - 20 * Math.Log10(Threshold(i));
            if (distance <= Margin)
            {
                // The wanted threshold lies between this one and the one before; the recommendation interpolates.
                return double.IsNaN(above.Distance) ? level : above.Level + (level - above.Level) * (above.Distance - Margin) / (above.Distance - distance);
            }

            above = (level, distance);
        }

        return AudioLevel.Silence;
    }

    /// <summary>
    /// The same sound at a level. Its loudest sample stays at or under the ceiling, by less amplification where it must: a speech with one
    /// sharp sound comes out quieter, but never distorted. Silence is left as it is.
    /// </summary>
    /// <param name="audio">Any speech.</param>
    /// <param name="level">Active speech level wanted, dBov.</param>
    /// <param name="ceiling">Loudest sample allowed, dB below full scale.</param>
    public static SpeechAudio To(SpeechAudio audio, double level, double ceiling)
    {
        var now = Measure(audio);
        if (now <= AudioLevel.Silence)
        {
            return audio;
        }

        var gain = Math.Min(level - now, ceiling - AudioLevel.Measure(audio.Samples.Span).Peak);
        var factor = (float)Math.Pow(10, gain / 20);
        return audio with { Samples = Array.ConvertAll(audio.Samples.ToArray(), sample => WavSamples.ToInt16(sample * factor)) };
    }

    private static double Threshold(int index) => Math.Pow(2, index - Thresholds);

    // Energy of all samples, and for each threshold the samples in which the envelope was above it or had been a moment before.
    private static (double Energy, long[] Active) Activity(SpeechAudio audio)
    {
        var smoothing = Math.Exp(-1 / (audio.SampleRate * EnvelopeSeconds));
        var hangover = (int)Math.Round(audio.SampleRate * HangoverSeconds);
        var active = new long[Thresholds];
        var since = Enumerable.Repeat(hangover, Thresholds).ToArray();
        double energy = 0, first = 0, envelope = 0;
        var samples = audio.Samples.Span;
        for (var i = 0; i < samples.Length + (int)(audio.SampleRate * SettlingSeconds); i++)
        {
            var sample = i < samples.Length ? samples[i] / 32768.0 : 0;
            energy += sample * sample;
            first = smoothing * first + (1 - smoothing) * Math.Abs(sample);
            envelope = smoothing * envelope + (1 - smoothing) * first;
            CountActive(envelope, hangover, active, since);
        }

        return (energy, active);
    }

    private static void CountActive(double envelope, int hangover, long[] active, int[] since)
    {
        for (var i = 0; i < Thresholds; i++)
        {
            since[i] = envelope >= Threshold(i) ? 0 : since[i] + 1;
            if (since[i] > hangover)
            {
                since[i] = hangover;
                break;
            }

            active[i]++;
        }
    }
}

namespace CallIntake.Engine.Speech.Audio;

/// <summary>How loud a stretch of sound is, in dB below full scale (0 is the loudest a 16-bit sample can be).</summary>
/// <param name="Rms">Effective level.</param>
/// <param name="Peak">Loudest sample.</param>
internal readonly record struct AudioLevel(double Rms, double Peak)
{
    /// <summary>What silence counts as.</summary>
    public const double Silence = -120;

    private const int FramesPerSecond = 50;

    /// <summary>Measures samples.</summary>
    public static AudioLevel Measure(ReadOnlySpan<short> samples)
    {
        double sum = 0;
        var peak = 0;
        foreach (var sample in samples)
        {
            sum += (double)sample * sample;
            peak = Math.Max(peak, Math.Abs((int)sample));
        }

        return new AudioLevel(samples.IsEmpty ? Silence : Decibels(Math.Sqrt(sum / samples.Length)), Decibels(peak));
    }

    /// <summary>
    /// Whether there is more than the noise of a line: bursts (voices far off, blows, steps) that stand out of the background for at least
    /// 60 ms in all, or a background that is loud itself (a street, a crowd).
    /// </summary>
    public static bool HasSound(SpeechAudio audio)
    {
        var length = audio.SampleRate / FramesPerSecond;
        var frames = new List<double>(audio.Samples.Length / length);
        for (var start = 0; start + length <= audio.Samples.Length; start += length)
        {
            frames.Add(Measure(audio.Samples.Span.Slice(start, length)).Rms);
        }

        if (frames.Count == 0)
        {
            return false;
        }

        frames.Sort();
        var background = frames[frames.Count / 5];
        var thirdLoudest = frames[Math.Max(0, frames.Count - 3)];
        return background > -38 || (thirdLoudest > -48 && thirdLoudest > background + 10);
    }

    private static double Decibels(double amplitude) => amplitude <= 0 ? Silence : Math.Max(Silence, 20 * Math.Log10(amplitude / 32768));
}

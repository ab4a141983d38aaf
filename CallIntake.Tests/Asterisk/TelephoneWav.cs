using CallIntake.Engine.Speech.Audio;

namespace CallIntake.Tests.Asterisk;

/// <summary>Looks at a recording by numbers.</summary>
internal static class TelephoneWav
{
    /// <summary>Level of speech that nothing else on these lines reaches (RMS on the scale of 16-bit samples).</summary>
    public const double Voice = 500;

    /// <summary>Root mean square of the loudest second, on the scale of 16-bit samples.</summary>
    /// <param name="path">The file; it may still be growing.</param>
    /// <param name="fromSecond">Where to begin.</param>
    public static double LoudestSecond(string path, double fromSecond = 0)
    {
        var audio = WavReader.Read(path);
        var samples = audio.Samples.Span;
        var loudest = 0.0;
        for (var start = (int)(fromSecond * audio.SampleRate); start < samples.Length; start += audio.SampleRate / 2)
        {
            loudest = Math.Max(loudest, Level(samples[start..Math.Min(start + audio.SampleRate, samples.Length)]));
        }

        return loudest;
    }

    /// <summary>Length in seconds; 0 where the file does not exist yet.</summary>
    public static double Seconds(string path) => File.Exists(path) && new FileInfo(path).Length > 44 ? WavReader.Read(path).Duration.TotalSeconds : 0;

    private static double Level(ReadOnlySpan<short> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples)
        {
            sum += (double)sample * sample;
        }

        return Math.Sqrt(sum / samples.Length);
    }
}

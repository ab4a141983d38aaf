using CallIntake.Engine.Speech.Audio;

namespace CallIntake.Tests.Asterisk;

/// <summary>Looks at a recording by numbers.</summary>
internal static class TelephoneWav
{
    /// <summary>Root mean square of the loudest second, on the scale of 16-bit samples.</summary>
    public static double LoudestSecond(string path)
    {
        var audio = WavReader.Read(path);
        var samples = audio.Samples.ToArray();
        var loudest = 0.0;
        for (var start = 0; start < samples.Length; start += audio.SampleRate / 2)
        {
            var second = samples.AsSpan(start, Math.Min(audio.SampleRate, samples.Length - start));
            var sum = 0.0;
            foreach (var sample in second)
            {
                sum += (double)sample * sample;
            }

            loudest = Math.Max(loudest, Math.Sqrt(sum / second.Length));
        }

        return loudest;
    }

    /// <summary>Length in seconds.</summary>
    public static double Seconds(string path) => WavReader.Read(path).Duration.TotalSeconds;
}

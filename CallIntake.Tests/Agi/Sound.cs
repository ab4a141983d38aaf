using NAudio.Wave;

namespace CallIntake.Tests.Agi;

/// <summary>WAV files made of tones and silence.</summary>
internal static class Sound
{
    public static short[] Tone(double seconds, int rate = 8000, short peak = 8000)
    {
        var samples = new short[(int)(seconds * rate)];
        for (var at = 0; at < samples.Length; at++)
        {
            samples[at] = (short)(peak * Math.Sin(2 * Math.PI * 400 * at / rate));
        }

        return samples;
    }

    public static short[] Silence(double seconds, int rate = 8000) => new short[(int)(seconds * rate)];

    public static string Write(string path, short[] samples, int rate = 8000, int channels = 1)
    {
        using var writer = new WaveFileWriter(path, new WaveFormat(rate, 16, channels));
        foreach (var sample in samples)
        {
            for (var channel = 0; channel < channels; channel++)
            {
                writer.WriteSample(sample / 32768f);
            }
        }

        return path;
    }

    public static (double Seconds, WaveFormat Format) Describe(string path)
    {
        using var reader = new WaveFileReader(path);
        return (reader.TotalTime.TotalSeconds, reader.WaveFormat);
    }
}

using CallIntake.Engine.Speech;

namespace CallIntake.Tests.Speech.Audio;

/// <summary>Sounds made by arithmetic, the same in every run.</summary>
internal static class Signals
{
    public static SpeechAudio Tone(double hertz, double seconds, int rate = 8000, double amplitude = 0.5) =>
        Make(seconds, rate, (time, _) => amplitude * Math.Sin(2 * Math.PI * hertz * time));

    public static SpeechAudio Silence(double seconds, int rate = 8000) => Make(seconds, rate, (_, _) => 0);

    public static SpeechAudio Noise(double seconds, double amplitude, int seed = 1, int rate = 8000) =>
        Make(seconds, rate, (_, random) => amplitude * (random.NextDouble() * 2 - 1), seed);

    /// <summary>A telephone key: two tones, each pressed for 100 ms with 100 ms between.</summary>
    public static SpeechAudio Keys(double seconds) => Make(seconds, 8000, (time, _) =>
        time % 0.2 < 0.1 ? 0.3 * Math.Sin(2 * Math.PI * 770 * time) + 0.3 * Math.Sin(2 * Math.PI * 1336 * time) : 0);

    public static SpeechAudio Make(double seconds, int rate, Func<double, Random, double> sample, int seed = 1)
    {
        var random = new Random(seed);
        var samples = new short[(int)(seconds * rate)];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)Math.Clamp(Math.Round(sample((double)i / rate, random) * 32767), short.MinValue, short.MaxValue);
        }

        return new SpeechAudio(samples, rate);
    }

    /// <summary>How far a sound is above its difference from another, in dB, away from the edges.</summary>
    public static double SignalToNoise(SpeechAudio expected, SpeechAudio actual)
    {
        Assert.Equal(expected.SampleRate, actual.SampleRate);
        Assert.InRange(actual.Samples.Length, expected.Samples.Length - 1, expected.Samples.Length + 1);
        double signal = 0, noise = 0;
        for (var i = expected.SampleRate / 50; i < expected.Samples.Length - expected.SampleRate / 50; i++)
        {
            double right = expected.Samples.Span[i];
            var difference = right - actual.Samples.Span[i];
            signal += right * right;
            noise += difference * difference;
        }

        return 10 * Math.Log10(signal / Math.Max(noise, 1e-9));
    }
}

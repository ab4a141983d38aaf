using CallIntake.Engine.Speech;
using CallIntake.Tests.Speech.Audio;

namespace CallIntake.Tests.Speech;

/// <summary>Sounds of people and streets without a word in them: crying, traffic with horns, and short sounds before half a minute of nothing.</summary>
internal static class LifeSounds
{
    private const int Rate = 8000;
    private static readonly (double Hertz, double Gain)[] Cry = [(850, 1), (1600, 0.5), (2900, 0.25)];

    /// <summary>Sobs and wails: a voice with formants of an open mouth, gliding and trembling, a breath between two sobs.</summary>
    public static IEnumerable<(string, SpeechAudio)> Crying() =>
        from pitch in new[] { 220d, 320, 450 }
        from sob in new[] { 0.35, 0.8, 1.8 }
        from level in new[] { 0.04, 0.15, 0.4 }
        from seed in Enumerable.Range(1, 2)
        select ($"crying {pitch} {sob} {level} {seed}", Cried(pitch, sob, level, seed));

    /// <summary>Engines that pass by, tyres, and a horn of two notes.</summary>
    public static IEnumerable<(string, SpeechAudio)> Streets() =>
        from horn in new[] { (Sound: 0.15, Every: 0.4), (Sound: 0.4, Every: 1.3), (Sound: 1.2, Every: 2.0), (Sound: 0.0, Every: 1.0) }
        from level in new[] { 0.03, 0.1, 0.3 }
        from seed in Enumerable.Range(1, 5)
        select ($"street {horn} {level} {seed}", Passing(horn.Sound, horn.Every, level, seed));

    /// <summary>A short sound, then nothing until 30 to 32 s, where recognisers of windows of 30 s invent most.</summary>
    public static IEnumerable<(string, SpeechAudio)> Tails() =>
        from seconds in new[] { 30d, 31, 32 }
        from sound in new[]
        {
            ("click", Signals.Noise(0.1, 0.5)), ("tone", Signals.Tone(425, 1)), ("noise", Signals.Noise(1.5, 0.1)),
            ("sob", Cried(320, 0.8, 0.3, 3)), ("street", Passing(0.4, 1.3, 0.2, 6)),
        }
        select ($"{sound.Item1} and nothing, {seconds} s", Followed(sound.Item2, seconds));

    /// <summary>A sound with the faint hiss of a line after it, up to a length in seconds.</summary>
    public static SpeechAudio Followed(SpeechAudio sound, double seconds)
    {
        var samples = Signals.Noise(seconds, 0.0005, seed: 5, rate: sound.SampleRate).Samples.ToArray();
        sound.Samples.Span.CopyTo(samples);
        return new SpeechAudio(samples, sound.SampleRate);
    }

    private static SpeechAudio Cried(double pitch, double sob, double level, int seed)
    {
        var phase = 0.0;
        return Signals.Make(3, Rate, (t, random) =>
        {
            var at = t % (sob * 1.5) / sob;
            if (at >= 1)
            {
                return level * 0.05 * (random.NextDouble() * 2 - 1);
            }

            var hertz = pitch * (1.25 - 0.4 * at + 0.05 * Math.Sin(2 * Math.PI * (5 + seed) * t) + 0.02 * random.NextDouble());
            phase += 2 * Math.PI * hertz / Rate;
            var tremble = 0.7 + 0.3 * Math.Sin(2 * Math.PI * (3 + 2 * seed) * t);
            return level * Math.Sin(Math.PI * at) * tremble * Voice(phase, hertz);
        }, seed);
    }

    // Harmonics as loud as the formants near them let them be.
    private static double Voice(double phase, double hertz)
    {
        var sum = 0.0;
        for (var harmonic = 1; harmonic * hertz < 3400; harmonic++)
        {
            var gain = Cry.Sum(formant => formant.Gain / (1 + Math.Pow((harmonic * hertz - formant.Hertz) / 150, 2)));
            sum += (0.1 + gain) / Math.Sqrt(harmonic) * Math.Sin(harmonic * phase);
        }

        return sum / 2;
    }

    private static SpeechAudio Passing(double horn, double every, double level, int seed)
    {
        var tyres = 0.0;
        return Signals.Make(4, Rate, (t, random) =>
        {
            var near = Math.Exp(-Math.Pow((t - 1 - 0.4 * seed) / 0.9, 2));
            var turns = (40 + 12 * seed) * (1.05 - 0.1 * near);
            var engine = Enumerable.Range(1, 5).Sum(i => Math.Sin(2 * Math.PI * i * turns * t + i * seed) / i);
            tyres = 0.9 * tyres + 0.3 * (random.NextDouble() * 2 - 1);
            var note = t % every < horn ? Math.Tanh(3 * (Math.Sin(2 * Math.PI * 420 * t) + Math.Sin(2 * Math.PI * 510 * t))) : 0;
            return level * ((0.2 + near) * (0.4 * engine + tyres) + 0.6 * note);
        }, seed);
    }
}

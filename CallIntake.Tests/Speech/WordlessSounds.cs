using CallIntake.Engine.Speech;
using CallIntake.Tests.Speech.Audio;

namespace CallIntake.Tests.Speech;

/// <summary>Sounds of a line without a word in them, made by arithmetic: each kind at several levels and in several shapes.</summary>
internal static class WordlessSounds
{
    private static readonly double[] Levels = [0.001, 0.004, 0.015, 0.05, 0.15, 0.4];
    private static readonly (double Low, double High)[] KeyTones =
        [.. new[] { 697d, 770, 852, 941 }.SelectMany(low => new[] { 1209d, 1336, 1477, 1633 }.Select(high => (low, high)))];

    public static IEnumerable<(string Name, SpeechAudio Audio)> All() =>
        [.. Silences(), .. Noises(), .. Tones(), .. Keys(), .. Music(), .. Clicks(), .. Breath(), .. Machines(), .. Sirens(), .. Crackle(),
            .. LifeSounds.Crying(), .. LifeSounds.Streets(), .. LifeSounds.Tails()];

    private static IEnumerable<(string, SpeechAudio)> Silences()
    {
        foreach (var seconds in new[] { 0.02, 0.1, 0.5, 1, 2, 5, 12, 31 })
        {
            yield return ($"silence {seconds} s", Signals.Silence(seconds));
            yield return ($"offset {seconds} s", Signals.Make(seconds, 8000, (_, _) => 0.02));
        }
    }

    // White, pink-like and brown-like noise: a line, a street, wind.
    private static IEnumerable<(string, SpeechAudio)> Noises() =>
        from level in Levels
        from colour in new[] { 0.0, 0.7, 0.95, 0.99 }
        from seed in Enumerable.Range(1, 3)
        select ($"noise {level} {colour} {seed}", Coloured(level, colour, seed));

    private static IEnumerable<(string, SpeechAudio)> Tones() =>
        from hertz in new[] { 350d, 425, 480, 620, 950, 1400, 2100 }
        from rhythm in new[] { (Sound: 10.0, Pause: 0.0), (Sound: 0.35, Pause: 0.35), (Sound: 0.5, Pause: 0.5), (Sound: 1.0, Pause: 2.0) }
        from level in new[] { 0.05, 0.3 }
        select ($"tone {hertz} {rhythm} {level}", Signals.Make(3, 8000, (t, _) => t % (rhythm.Sound + rhythm.Pause) < rhythm.Sound ? level * Math.Sin(2 * Math.PI * hertz * t) : 0));

    private static IEnumerable<(string, SpeechAudio)> Keys() =>
        from key in KeyTones
        from length in new[] { 0.06, 0.3 }
        select ($"key {key} {length}", Signals.Make(2, 8000, (t, _) => t % (length * 2) < length ? 0.25 * (Math.Sin(2 * Math.PI * key.Low * t) + Math.Sin(2 * Math.PI * key.High * t)) : 0));

    // Plucked notes and held chords, as music on hold.
    private static IEnumerable<(string, SpeechAudio)> Music() =>
        from root in new[] { 220d, 262, 330, 392 }
        from beat in new[] { 0.2, 0.4, 0.8 }
        from seed in Enumerable.Range(0, 4)
        select ($"music {root} {beat} {seed}", Signals.Make(4, 8000, (t, _) => Note(t, root, beat, seed)));

    private static IEnumerable<(string, SpeechAudio)> Clicks() =>
        from length in new[] { 0.001, 0.005, 0.02, 0.1 }
        from every in new[] { 0.25, 0.5, 1.0, 5.0 }
        from seed in Enumerable.Range(1, 2)
        select ($"clicks {length} {every} {seed}", Signals.Make(2, 8000, (t, random) => t % every < length ? 0.8 * (random.NextDouble() * 2 - 1) : 0, seed));

    private static IEnumerable<(string, SpeechAudio)> Breath() =>
        from level in new[] { 0.01, 0.03, 0.08 }
        from period in new[] { 1.5, 2.5, 4.0 }
        from seed in Enumerable.Range(1, 4)
        select ($"breath {level} {period} {seed}", Shaped(Coloured(level, 0.6, seed, 4), t => Math.Pow(Math.Max(0, Math.Sin(2 * Math.PI * t / period)), 2)));

    private static IEnumerable<(string, SpeechAudio)> Machines() =>
        from hertz in new[] { 50d, 63, 80, 100, 120 }
        from level in new[] { 0.02, 0.1, 0.3 }
        from seed in Enumerable.Range(1, 3)
        select ($"engine {hertz} {level} {seed}", Signals.Make(3, 8000, (t, random) =>
            level * (Math.Sin(2 * Math.PI * hertz * t) + 0.5 * Math.Sin(4 * Math.PI * hertz * t + seed) + 0.2 * (random.NextDouble() * 2 - 1)) / 1.7, seed));

    private static IEnumerable<(string, SpeechAudio)> Sirens() =>
        from period in new[] { 0.3, 1.0, 4.0 }
        from level in new[] { 0.05, 0.2, 0.5 }
        from centre in new[] { 700d, 1000 }
        select ($"siren {period} {level} {centre}", Signals.Make(4, 8000, (t, _) =>
            level * Math.Sin(2 * Math.PI * centre * t - 300 * period * Math.Cos(2 * Math.PI * t / period))));

    private static IEnumerable<(string, SpeechAudio)> Crackle() =>
        from often in new[] { 0.0005, 0.002, 0.01 }
        from seed in Enumerable.Range(1, 6)
        select ($"crackle {often} {seed}", Signals.Make(3, 8000, (_, random) => random.NextDouble() < often ? random.NextDouble() * 1.6 - 0.8 : 0, seed));

    private static double Note(double time, double root, double beat, int seed)
    {
        int[] scale = [0, 4, 7, 12, 9, 5, 2, 11];
        var step = (int)(time / beat);
        var hertz = root * Math.Pow(2, scale[(step * (seed + 1) + seed) % scale.Length] / 12.0);
        var decay = Math.Exp(-3 * (time % beat));
        return 0.2 * decay * (Math.Sin(2 * Math.PI * hertz * time) + 0.4 * Math.Sin(4 * Math.PI * hertz * time) + 0.2 * Math.Sin(6 * Math.PI * hertz * time));
    }

    private static SpeechAudio Coloured(double level, double colour, int seed, double seconds = 3)
    {
        var last = 0.0;
        return Signals.Make(seconds, 8000, (_, random) => last = colour * last + level * (1 - colour * 0.8) * (random.NextDouble() * 2 - 1), seed);
    }

    private static SpeechAudio Shaped(SpeechAudio audio, Func<double, double> envelope)
    {
        var samples = audio.Samples.ToArray();
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)(samples[i] * envelope((double)i / audio.SampleRate));
        }

        return audio with { Samples = samples };
    }
}

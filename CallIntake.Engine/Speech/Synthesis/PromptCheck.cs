using System.Globalization;
using CallIntake.Engine.Speech.Audio;

namespace CallIntake.Engine.Speech.Synthesis;

/// <summary>Finds what is wrong with the recorded phrases before a caller does. Pure but for reading the files.</summary>
internal static class PromptCheck
{
    // People's voices and phrases of one word differ by some decibels however they are levelled; more than this is heard as a jump.
    private const double LevelTolerance = 5;

    // A telephone line distorts what comes close to full scale.
    private const double LoudestPeak = -2;
    private const double LongestSeconds = 15;

    // A few samples at full scale in a row are a cut-off peak, one alone is not.
    private const int ClippedRun = 3;

    /// <summary>One sentence for each thing that is wrong, with the file.</summary>
    /// <param name="prompts">The phrases.</param>
    /// <param name="target">Active speech level they should have, dBov.</param>
    public static IEnumerable<string> Find(PromptCatalogue prompts, double target)
    {
        foreach (var path in prompts.Keys.SelectMany(key => new[] { prompts.PathOf(key, "ru")!, prompts.PathOf(key, "kk")! }))
        {
            foreach (var fault in File.Exists(path) ? Faults(path, target) : ["is missing"])
            {
                yield return $"{path}: {fault}";
            }
        }
    }

    private static List<string> Faults(string path, double target)
    {
        try
        {
            var audio = WavReader.Read(path);
            var level = ActiveSpeechLevel.Measure(audio);
            var peak = AudioLevel.Measure(audio.Samples.Span).Peak;
            (bool Is, string Fault)[] faults =
            [
                (audio.SampleRate != WavWriter.TelephoneRate, $"has {audio.SampleRate} Hz; Asterisk plays 8000"),
                (audio.Duration.TotalSeconds > LongestSeconds, Text($"takes {audio.Duration.TotalSeconds:0.0} s; callers hang up after {LongestSeconds}")),
                (level > target + LevelTolerance, Text($"is too loud: level {level:0.0} dBov, at most {target + LevelTolerance:0.#}")),
                (level < target - LevelTolerance, Text($"is too quiet: level {level:0.0} dBov, at least {target - LevelTolerance:0.#}")),
                (peak > LoudestPeak, Text($"is too loud: peak {peak:0.0} dB, at most {LoudestPeak}")),
                (IsClipped(audio.Samples.Span), "is clipped"),
            ];
            return faults.Where(fault => fault.Is).Select(fault => fault.Fault).ToList();
        }
        catch (SpeechException exception)
        {
            return [$"cannot be read: {exception.Message}"];
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static bool IsClipped(ReadOnlySpan<short> samples)
    {
        var run = 0;
        foreach (var sample in samples)
        {
            run = sample is short.MaxValue or short.MinValue or -short.MaxValue ? run + 1 : 0;
            if (run >= ClippedRun)
            {
                return true;
            }
        }

        return false;
    }
}

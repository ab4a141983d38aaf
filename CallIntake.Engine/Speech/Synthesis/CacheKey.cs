using System.Globalization;

namespace CallIntake.Engine.Speech.Synthesis;

/// <summary>All that changes the sound of a sentence but the sentence: what was spoken before a change must not be heard after it. Pure.</summary>
internal static class CacheKey
{
    /// <summary>One line for a voice in a language.</summary>
    public static string Of(ISpeechSynthesizer voice, string language, SynthesisOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"{voice.Name} {(voice as ICacheableVoice)?.Settings(language)} {Level(voice, language, options)} {options.PeakDecibels}");

    /// <summary>Active speech level a voice speaks a language at, dBov.</summary>
    public static double Level(ISpeechSynthesizer voice, string language, SynthesisOptions options) =>
        options.LevelDecibels + ((voice as ICacheableVoice)?.Volume(language) ?? 0);
}

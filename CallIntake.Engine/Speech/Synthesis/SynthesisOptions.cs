using System.ComponentModel.DataAnnotations;

namespace CallIntake.Engine.Speech.Synthesis;

/// <summary>Section <c>Speech:Synthesis</c>: which voice speaks which language.</summary>
public sealed class SynthesisOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "Speech:Synthesis";

    /// <summary>Names of voices per language (ru, kk), tried in order; an empty list speaks fixed phrases only. Default <c>["espeak"]</c>.</summary>
    public Dictionary<string, string[]> Chains { get; set; } = new(StringComparer.Ordinal);

    /// <summary>
    /// How long a sentence may take, all voices together; some of it is kept for each voice further down the chain. Default 4 s: longer, and
    /// the call goes on without it.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>
    /// Active speech level (ITU-T P.56) of a spoken sentence, dBov, −40 to −12. Default −24: the middle of the recorded phrases, so that a
    /// sentence among them does not jump. <c>prompts check</c> holds recordings to it.
    /// </summary>
    [Range(-40d, -12d)]
    public double LevelDecibels { get; set; } = -24;

    /// <summary>Loudest sample a spoken sentence may have, dB below full scale, −30 to −1; its level gives way. Default −3.</summary>
    [Range(-30d, -1d)]
    public double PeakDecibels { get; set; } = -3;

    /// <summary>The chain of a language; the default where the configuration has none.</summary>
    public IReadOnlyList<string> Chain(string language) => Chains.TryGetValue(language, out var chain) ? chain : ["espeak"];
}

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

    /// <summary>Loudest sample of a spoken sentence, dB below full scale. Default −6, as the recorded phrases.</summary>
    [Range(-30, -1)]
    public double PeakDecibels { get; set; } = -6;

    /// <summary>The chain of a language; the default where the configuration has none.</summary>
    public IReadOnlyList<string> Chain(string language) => Chains.TryGetValue(language, out var chain) ? chain : ["espeak"];
}

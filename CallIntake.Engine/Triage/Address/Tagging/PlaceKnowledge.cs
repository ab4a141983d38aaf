using System.Collections.Frozen;

namespace CallIntake.Engine.Triage.Address.Tagging;

/// <summary>What the tagger knows besides its weights. Immutable.</summary>
/// <param name="classes">Kinds of words.</param>
/// <param name="gazetteer">Names of places.</param>
/// <param name="common">Hashes of words that callers use outside addresses.</param>
internal sealed class PlaceKnowledge(WordClasses classes, Gazetteer gazetteer, FrozenSet<uint> common)
{
    /// <summary>Kinds of words.</summary>
    public WordClasses Classes { get; } = classes;

    /// <summary>Names of places.</summary>
    public Gazetteer Gazetteer { get; } = gazetteer;

    /// <summary>Whether callers use the word outside addresses.</summary>
    public bool IsCommon(uint hash) => common.Contains(hash);
}

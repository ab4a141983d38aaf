using System.Collections.Frozen;

namespace CallIntake.Engine.Triage.Rules;

/// <summary>The rules of triage as read from the data files. Immutable, thread-safe.</summary>
/// <param name="Concepts">Names of the concepts; a mention carries the index.</param>
/// <param name="Topics">For each concept the topic of its file: danger of words-danger.txt.</param>
/// <param name="Lexicon">Words of all concepts.</param>
/// <param name="Floors">Rules that give signals and the lowest urgency.</param>
/// <param name="Causes">What usually holds for each cause, by its code.</param>
/// <param name="Version">Name and digest of the files.</param>
internal sealed record RuleBook(
    IReadOnlyList<string> Concepts,
    IReadOnlyList<string> Topics,
    Lexicon Lexicon,
    IReadOnlyList<FloorRule> Floors,
    FrozenDictionary<string, CauseRule> Causes,
    string Version)
{
    private readonly FrozenDictionary<string, int> _indexes =
        Concepts.Select((name, index) => (name, index)).ToFrozenDictionary(item => item.name, item => item.index, StringComparer.Ordinal);

    /// <summary>Index of a concept; -1 where there is none of that name.</summary>
    public int IndexOf(string concept) => _indexes.GetValueOrDefault(concept, -1);
}

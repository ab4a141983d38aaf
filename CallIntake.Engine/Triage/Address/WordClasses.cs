using System.Collections.Frozen;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address;

/// <summary>
/// Words that say what kind of place or number stands beside them, read from a file of lines <c>class: word stem* …</c>.
/// Each class is one bit. Immutable.
/// </summary>
internal sealed class WordClasses
{
    private const int ShortestStem = 2;

    private readonly FrozenDictionary<string, ulong> _words;
    private readonly FrozenDictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _stems;
    private readonly FrozenDictionary<string, ulong> _bits;

    private WordClasses(Dictionary<string, ulong> words, Dictionary<string, ulong> stems, Dictionary<string, ulong> bits)
    {
        _words = words.ToFrozenDictionary(StringComparer.Ordinal);
        _stems = stems.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _bits = bits.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Reads the lines of a file; throws <see cref="InvalidDataException"/> naming the line that is none.</summary>
    public static WordClasses Parse(IEnumerable<string> lines)
    {
        var words = new Dictionary<string, ulong>(StringComparer.Ordinal);
        var stems = new Dictionary<string, ulong>(StringComparer.Ordinal);
        var bits = new Dictionary<string, ulong>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
            {
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || bits.Count == 64)
            {
                throw new InvalidDataException($"line {number}: expected \"class: words\", at most 64 classes");
            }

            var name = line[..colon].Trim();
            bits.TryAdd(name, 1UL << bits.Count);
            Add(line[(colon + 1)..], bits[name], words, stems);
        }

        return new WordClasses(words, stems, bits);
    }

    /// <summary>The bit of a class; 0 where the file has none of that name.</summary>
    public ulong Bit(string name) => _bits.GetValueOrDefault(name);

    /// <summary>The classes of a folded word.</summary>
    public ulong Of(string plain)
    {
        var mask = _words.GetValueOrDefault(plain);
        for (var length = ShortestStem; length <= plain.Length; length++)
        {
            if (_stems.TryGetValue(plain.AsSpan(0, length), out var more))
            {
                mask |= more;
            }
        }

        return mask;
    }

    private static void Add(string list, ulong bit, Dictionary<string, ulong> words, Dictionary<string, ulong> stems)
    {
        foreach (var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var open = word.EndsWith('*');
            var key = PlainText.Fold(open ? word.AsSpan(0, word.Length - 1) : word);
            var into = open && key.Length >= ShortestStem ? stems : words;
            into[key] = into.GetValueOrDefault(key) | bit;
        }
    }
}

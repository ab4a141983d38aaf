using System.Numerics;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address;

/// <summary>Names of the gazetteer by their sound. Immutable.</summary>
internal sealed class SoundIndex
{
    private const int Shortest = 4;
    private const int Longest = 24;

    private readonly Sounding[] _names;

    // Where the names of each length begin.
    private readonly int[] _starts = new int[Longest + 2];

    /// <summary>Indexes streets, microdistricts and settlements.</summary>
    public SoundIndex(IEnumerable<GazetteerEntry> entries)
    {
        _names = [.. entries
            .Where(entry => entry.Kind is not GazetteerKind.District)
            .SelectMany(entry => new[] { (entry, entry.Russian), (entry, entry.Kazakh) }.Concat(entry.OldNames.Select(old => (entry, old))))
            .Select(pair => new Sounding(SoundKey.Of(PlainText.Fold(pair.Item2)), pair.Item1, pair.Item2))
            .Where(name => name.Key.Length is >= Shortest and <= Longest)
            .DistinctBy(name => (name.Key, name.Entry.Kind))
            .OrderBy(name => name.Key.Length)];
        for (var length = 0; length < _starts.Length; length++)
        {
            _starts[length] = _names.Count(name => name.Key.Length < length);
        }
    }

    /// <summary>The nearest name of one of the kinds, at most <paramref name="limit"/> of its length away; null where none is so near.</summary>
    public SoundMatch? Nearest(string key, GazetteerKind kinds, double limit)
    {
        if (key.Length is < Shortest - 1 or > Longest)
        {
            return null;
        }

        var pairs = SoundKey.Pairs(key);
        SoundMatch? best = null;
        var (from, to) = LengthsNear(key.Length, limit);
        foreach (var name in _names.AsSpan(from..to))
        {
            // A name that is near shares most pairs of neighbouring sounds: cheap to see before the distance is reckoned.
            var longer = Math.Max(key.Length, name.Key.Length);
            if ((name.Kind & kinds) is GazetteerKind.None
                || BitOperations.PopCount(name.Pairs & pairs) < Math.Max(1, longer - 2 - (int)(2 * limit * longer)))
            {
                continue;
            }

            var distance = SoundKey.Distance(key, name.Key, (best?.Distance ?? limit) * longer) / longer;
            if (distance <= limit && (best is null || distance < best.Value.Distance))
            {
                best = new SoundMatch(name.Entry, name.Name, distance);
            }
        }

        return best;
    }

    /// <summary>The range of names whose length is so near that vowels alone may be the difference.</summary>
    private (int From, int To) LengthsNear(int length, double limit)
    {
        var shortest = (int)Math.Ceiling(length * (1 - (limit / 0.6)));
        var longest = (int)Math.Floor(length / (1 - (limit / 0.6)));
        return (_starts[Math.Clamp(shortest, 0, Longest + 1)], _starts[Math.Clamp(longest, 0, Longest) + 1]);
    }

    private readonly record struct Sounding(string Key, GazetteerEntry Entry, string Name)
    {
        public GazetteerKind Kind { get; } = Entry.Kind;

        public ulong Pairs { get; } = SoundKey.Pairs(Key);
    }
}

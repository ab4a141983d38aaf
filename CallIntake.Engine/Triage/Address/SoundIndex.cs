using System.Numerics;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address;

/// <summary>Names of the gazetteer by their sound. Immutable.</summary>
internal sealed class SoundIndex
{
    private const int Shortest = 4;
    private const int Longest = 24;

    private readonly Sounding[] _names;

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
        foreach (var name in _names)
        {
            // A name that is near shares most pairs of neighbouring sounds: cheap to see before the distance is reckoned.
            var longer = Math.Max(key.Length, name.Key.Length);
            if ((name.Entry.Kind & kinds) is GazetteerKind.None || Math.Abs(name.Key.Length - key.Length) > limit * longer / 0.6
                || BitOperations.PopCount(name.Pairs & pairs) < Math.Max(1, longer - 2 - (int)(2 * limit * longer)))
            {
                continue;
            }

            var distance = SoundKey.Distance(key, name.Key) / longer;
            if (distance <= limit && (best is null || distance < best.Value.Distance))
            {
                best = new SoundMatch(name.Entry, name.Name, distance);
            }
        }

        return best;
    }

    private readonly record struct Sounding(string Key, GazetteerEntry Entry, string Name)
    {
        public ulong Pairs { get; } = SoundKey.Pairs(Key);
    }
}

using System.Collections.Frozen;
using CallIntake.Engine.Triage.Address.Tagging;

namespace CallIntake.Engine.Triage.Address;

/// <summary>Names of places, found in any form that endings, glued or split words give them. Immutable.</summary>
internal sealed class Gazetteer
{
    private const int LongestName = 4;
    private const int HeadLength = 4;

    private readonly FrozenDictionary<string, GazetteerHit> _byStem;
    private readonly FrozenDictionary<string, int> _heads;

    /// <summary>Indexes the entries.</summary>
    public Gazetteer(IReadOnlyList<GazetteerEntry> entries)
    {
        Entries = entries;
        var byStem = new Dictionary<string, GazetteerHit>(StringComparer.Ordinal);
        var heads = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            Index(entry.Russian, entry, byStem, heads);
            Index(entry.Kazakh, entry, byStem, heads);
            foreach (var old in entry.OldNames)
            {
                Index(old, entry, byStem, heads);
            }
        }

        _byStem = byStem.ToFrozenDictionary(StringComparer.Ordinal);
        _heads = heads.ToFrozenDictionary(StringComparer.Ordinal);
        Sounds = new SoundIndex(entries);
    }

    /// <summary>All places.</summary>
    public IReadOnlyList<GazetteerEntry> Entries { get; }

    /// <summary>The names by their sound.</summary>
    public SoundIndex Sounds { get; }

    /// <summary>What is known by this name (stems joined).</summary>
    public GazetteerHit? Find(string key) => _byStem.GetValueOrDefault(key);

    /// <summary>
    /// For each unit a code: low four bits the kinds of a known name that begins there, next four of one that goes on there.
    /// </summary>
    public uint[] Mark(PlaceText text)
    {
        var marks = new uint[text.Units.Count];
        for (var i = 0; i < marks.Length; i++)
        {
            if (text.Units[i].IsNumber)
            {
                continue;
            }

            var longest = Math.Min(LongestOf(text.Units[i].Plain), marks.Length - i);
            for (var length = longest; length >= 1; length--)
            {
                if (Find(text, i, length) is { } hit)
                {
                    Put(marks, i, length, hit.Kinds);
                    break;
                }
            }
        }

        return marks;
    }

    /// <summary>What is known by consecutive units of a text, word by word or glued together.</summary>
    public GazetteerHit? Find(PlaceText text, int first, int length)
    {
        if (length == 1)
        {
            return Find(NameStem.Of(text.Units[first].Plain))?.Of(text.Units[first].Plain);
        }

        var words = Words(text, first, length).ToArray();
        return Find(string.Concat(words.Select(NameStem.Of))) ?? (Array.TrueForAll(words, word => word.Length > 2) ? Find(NameStem.Of(string.Concat(words))) : null);
    }

    /// <summary>The kinds of places that a tag may name.</summary>
    public static GazetteerKind KindsOf(PlaceTag tag) => PlaceTags.First(tag) switch
    {
        PlaceTag.Settlement => GazetteerKind.Settlement,
        PlaceTag.District => GazetteerKind.District | GazetteerKind.Settlement,
        PlaceTag.Street or PlaceTag.Crossing => GazetteerKind.Streets,
        _ => GazetteerKind.None,
    };

    private static IEnumerable<string> Words(PlaceText text, int first, int length) =>
        text.Units.Skip(first).Take(length).Select(unit => unit.Written);

    /// <summary>How many units a name that begins with this word may take.</summary>
    private int LongestOf(string plain)
    {
        var head = plain.AsSpan(0, Math.Min(HeadLength, plain.Length));
        return Math.Max(1, _heads.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(head, out var longest) ? longest : 1);
    }

    private static string Head(string plain) => plain[..Math.Min(HeadLength, plain.Length)];

    private static void Put(uint[] marks, int first, int length, GazetteerKind kinds)
    {
        marks[first] |= (uint)kinds;
        for (var i = 1; i < length; i++)
        {
            marks[first + i] |= (uint)kinds << 4;
        }
    }

    private static void Index(string name, GazetteerEntry entry, Dictionary<string, GazetteerHit> byStem, Dictionary<string, int> heads)
    {
        var text = PlaceText.Read(name, answer: false);
        if (text.Units.Count is 0 or > LongestName)
        {
            return;
        }

        var words = Words(text, 0, text.Units.Count).ToArray();
        // A long name may come apart in two ("момыш улы").
        var head = Head(words[0]);
        heads[head] = Math.Max(heads.GetValueOrDefault(head), words.Length == 1 && words[0].Length > 6 ? 2 : words.Length);
        var root = words.Length == 1 ? NameStem.Root(words[0]) : string.Empty;
        foreach (var key in new[] { string.Concat(words.Select(NameStem.Of)), NameStem.Of(string.Concat(words)) }.Distinct())
        {
            byStem[key] = byStem.TryGetValue(key, out var hit) ? hit.With(entry, root) : new GazetteerHit(entry.Kind, [entry], [root]);
        }
    }
}

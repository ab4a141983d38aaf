using System.Numerics;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address.Tagging;

/// <summary>
/// Turns each unit of a text into rows of the weight table: its word, endings, neighbours, kinds of words around it, number, capitals,
/// gaps, and what the gazetteer knows. Rows are hashes, so nothing but the table is kept. One instance a text.
/// </summary>
internal sealed class PlaceFeatures
{
    private const int Window = 3;

    private readonly PlaceText _text;
    private readonly PlaceKnowledge _knowledge;
    private readonly Traits[] _traits;
    private readonly uint _mask;
    private readonly uint _kind;
    private List<int> _rows = [];
    private uint _template;

    /// <summary>Prepares the units of a text for a table of 2^<paramref name="bits"/> rows.</summary>
    public PlaceFeatures(PlaceText text, PlaceKnowledge knowledge, int bits)
    {
        _text = text;
        _knowledge = knowledge;
        _mask = (1u << bits) - 1;
        _kind = (text.IsCased ? 1u : 0) | (text.Kazakhness > 0.2 ? 4u : text.Kazakhness > 0.05 ? 2u : 0) | (text.IsAnswer ? 8u : 0);
        _traits = new Traits[text.Units.Count + (2 * Window)];
        Array.Fill(_traits, Traits.Outside);
        Known = knowledge.Gazetteer.Mark(text);
        for (var i = 0; i < text.Units.Count; i++)
        {
            _traits[i + Window] = TraitsOf(i, Known[i]);
        }
    }

    /// <summary>What the gazetteer knows of each unit, see <see cref="Gazetteer.Mark"/>.</summary>
    public uint[] Known { get; }

    /// <summary>Writes the rows of a unit.</summary>
    public void Rows(int unit, List<int> rows)
    {
        rows.Clear();
        var at = unit + Window;
        ref readonly var self = ref _traits[at];
        ref readonly var before = ref _traits[at - 1];
        ref readonly var after = ref _traits[at + 1];
        _rows = rows;
        _template = 1;
        AddWords(at);
        Add(self.Suffix2);
        Add(self.Suffix3);
        Add(self.Suffix4);
        Add(self.Prefix3);
        Add(self.Prefix4);
        Add(before.Suffix3);
        Add(after.Suffix3);
        Add(after.Prefix4);
        Add(self.Shape | (_kind << 8));
        Add(Pair(self.Shape, after.Shape));
        Add(Pair(before.Shape, self.Shape));
        Add(Pair(self.Gap, after.Gap));
        Add(Pair(self.Gap, self.Shape));
        AddNumbers(at);
        AddKnown(at);
        Add(Position(unit));
        Add(Pair(Position(unit), self.Number));
        Add(Pair(_kind, self.Number));
        Add(Pair(_kind, self.Known));
        AddClasses(at);
    }

    /// <summary>Forgets a word, or what the gazetteer says of it: in training, so that names never heard before are still found.</summary>
    public void Forget(int unit, bool word, bool known)
    {
        ref var traits = ref _traits[unit + Window];
        if (word && !_text.Units[unit].IsNumber)
        {
            traits.Word = traits.Prefix3 = traits.Prefix4 = traits.Suffix4 = 2;
            traits.Rarity = 3;
        }

        traits.Known = known ? 0 : traits.Known;
    }

    private void AddWords(int at)
    {
        ref readonly var self = ref _traits[at];
        Add(self.Word);
        Add(_traits[at - 1].Word);
        Add(_traits[at + 1].Word);
        Add(_traits[at - 2].Word);
        Add(_traits[at + 2].Word);
        Add(Pair(_traits[at - 1].Word, self.Word));
        Add(Pair(self.Word, _traits[at + 1].Word));
        Add(Pair(_traits[at - 1].Word, _traits[at + 1].Word));
        Add(Pair(_traits[at - 2].Word, _traits[at - 1].Word));
        Add(Pair(_traits[at + 1].Word, _traits[at + 2].Word));
        Add(Pair(self.Word, _traits[at + 1].Number));
        Add(Pair(self.Word, _kind));
    }

    private void AddNumbers(int at)
    {
        ref readonly var self = ref _traits[at];
        uint before = _traits[at - 1].Number, after = _traits[at + 1].Number, second = _traits[at + 2].Number;
        Add(self.Number);
        Add(before);
        Add(after);
        Add(second);
        Add(Pair(before, self.Number));
        Add(Pair(self.Number, after));
        Add(Pair(after, second));
        Add(Pair(self.Number, Pair(self.Gap, _traits[at + 1].Gap)));
        Add(Pair(self.Number, _traits[at + 1].Word));
        Add(Pair(self.Number, _traits[at - 1].Word));
        Add(Pair(self.Number, Pair(_traits[at - 1].Word, _traits[at - 2].Number)));
        Add(Pair(self.Number, _traits[at + 1].Suffix3));
        Add(Pair(self.Number, _traits[at - 1].Suffix3));
        Add(Pair(self.Shape, after));
        Add(Pair(Pair(self.Shape, self.Gap), Pair(after, _traits[at + 1].Gap)));
        Add(Pair(_traits[at - 2].Number, Pair(before, self.Number)));
    }

    private void AddKnown(int at)
    {
        ref readonly var self = ref _traits[at];
        ref readonly var before = ref _traits[at - 1];
        ref readonly var after = ref _traits[at + 1];
        Add(self.Known);
        Add(before.Known);
        Add(after.Known);
        Add(_traits[at - 2].Known);
        Add(_traits[at + 2].Known);
        Add(Pair(self.Known, after.Number));
        Add(Pair(self.Known, after.Known));
        Add(Pair(before.Known, self.Known));
        Add(Pair(before.Known, self.Number));
        Add(Pair(self.Known, before.Word));
        Add(Pair(self.Known, after.Word));
        Add(Pair(self.Known, self.Shape));
        Add(self.Rarity);
        Add(Pair(self.Rarity, self.Shape));
        Add(Pair(self.Rarity, after.Number));
        Add(Pair(before.Rarity, Pair(self.Rarity, after.Number)));
        Add(Pair(self.Rarity, before.Word));
        Add(Pair(self.Rarity, after.Word));
        Add(Pair(before.Known, self.Rarity));
        Add(Pair(self.Rarity, Pair(self.Gap, after.Gap)));
        Add(Pair(self.Rarity, Pair(after.Rarity, _traits[at + 2].Number)));
        Add(Pair(before.Rarity, self.Number));
        Add(Pair(self.Rarity, Pair(after.Number, _traits[at + 2].Number)));
        Add(Pair(self.Rarity, self.Suffix2));
    }

    private void AddClasses(int at)
    {
        for (var offset = -Window; offset <= Window; offset++)
        {
            var classes = _traits[at + offset].Classes;
            while (classes != 0)
            {
                var bit = (uint)BitOperations.TrailingZeroCount(classes);
                classes &= classes - 1;
                _template = 200 + (uint)(offset + Window) * 4;
                Add(bit);
                Add(Pair(bit, _traits[at].Number));
                Add(Pair(bit, Pair(_traits[at].Rarity, _traits[at].Known)));
            }
        }
    }

    private void Add(uint value) => _rows.Add((int)(Mix(_template++, value) & _mask));

    private uint Position(int unit)
    {
        var last = _text.Units.Count - 1 - unit;
        return (uint)((Math.Min(unit, 2) * 4) + Math.Min(last, 3));
    }

    private Traits TraitsOf(int index, uint place)
    {
        var unit = _text.Units[index];
        var token = _text.Tokens[unit.First];
        var plain = unit.Plain;
        var number = NumberCode(unit);
        return new Traits
        {
            Word = unit.IsNumber ? Mix(7, number) : Hash(plain),
            Suffix2 = unit.IsNumber ? number : Hash(plain.AsSpan(Math.Max(0, plain.Length - 2))),
            Suffix3 = unit.IsNumber ? number : Hash(plain.AsSpan(Math.Max(0, plain.Length - 3))),
            Suffix4 = unit.IsNumber ? Hash(plain) : Hash(plain.AsSpan(Math.Max(0, plain.Length - 4))),
            Prefix3 = Hash(plain.AsSpan(0, Math.Min(3, plain.Length))),
            Prefix4 = Hash(plain.AsSpan(0, Math.Min(4, plain.Length))),
            Shape = Shape(token),
            Gap = (uint)unit.Gap + 1,
            Number = number,
            Classes = unit.IsNumber ? 0 : _knowledge.Classes.Of(plain),
            Known = place,
            Rarity = unit.IsNumber ? 9 : _knowledge.IsCommon(Hash(plain)) ? 1u : plain.Length < 4 ? 2u : 3u,
        };
    }

    private static uint Shape(SpokenToken token)
    {
        if (token.IsDigits)
        {
            return 4;
        }

        if (!token.IsCapital)
        {
            return token.Gap == SpokenGap.Quote ? 6u : 1;
        }

        return token.Gap == SpokenGap.Stop ? 2u : token.Gap == SpokenGap.Quote ? 5u : token.Text.Length > 1 && char.IsUpper(token.Text[1]) ? 7u : 3;
    }

    private static uint NumberCode(PlaceUnit unit)
    {
        if (unit.Number is not { } number)
        {
            return 0;
        }

        var size = number.Value switch { 0 => 1u, < 10 => 2u, < 20 => 3u, < 100 => 4u, < 300 => 5u, < 1000 => 6u, _ => 7u };
        var form = number.Ordinal ? 2u : unit.Plain.Length > 0 && char.IsAsciiDigit(unit.Plain[0]) ? 1u : 0;
        var special = unit.Label!.Contains('/', StringComparison.Ordinal) || char.IsLetter(unit.Label[^1]) ? 1u : 0;
        return 1 + size + (form * 8) + (number.Kazakh ? 32u : 0) + (special * 64);
    }

    /// <summary>Hash of a word, equal on every machine and run.</summary>
    public static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return hash;
    }

    private static uint Pair(uint one, uint two) => Mix(one, two * 2654435761u);

    private static uint Mix(uint one, uint two)
    {
        var hash = (one * 2246822519u) ^ (two + 0x9E3779B9u + (one << 6) + (one >> 2));
        hash ^= hash >> 15;
        hash *= 3266489917u;
        return hash ^ (hash >> 13);
    }

    private struct Traits
    {
        public static readonly Traits Outside = new() { Word = 1, Shape = 9, Gap = 9, Known = 0xFFFF };

        public uint Word;
        public uint Suffix2;
        public uint Suffix3;
        public uint Suffix4;
        public uint Prefix3;
        public uint Prefix4;
        public uint Shape;
        public uint Gap;
        public uint Number;
        public ulong Classes;
        public uint Known;
        public uint Rarity;
    }
}

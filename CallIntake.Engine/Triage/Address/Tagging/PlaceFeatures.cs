using System.Numerics;

namespace CallIntake.Engine.Triage.Address.Tagging;

/// <summary>
/// Turns each unit of a text into rows of the weight table: its word, endings, neighbours, kinds of words around it, number, capitals,
/// gaps, and what the gazetteer knows. Rows are hashes, so nothing but the table is kept. One instance a text.
/// </summary>
internal sealed class PlaceFeatures
{
    private const int Window = 3;

    private readonly PlaceText _text;
    private readonly PlaceTraits[] _traits;
    private readonly uint _mask;
    private readonly uint _kind;
    private List<int> _rows = [];
    private uint _template;

    /// <summary>Prepares the units of a text for a table of 2^<paramref name="bits"/> rows.</summary>
    public PlaceFeatures(PlaceText text, PlaceKnowledge knowledge, int bits)
    {
        _text = text;
        _mask = (1u << bits) - 1;
        _kind = (text.IsCased ? 1u : 0) | (text.Kazakhness > 0.2 ? 4u : text.Kazakhness > 0.05 ? 2u : 0) | (text.IsAnswer ? 8u : 0);
        _traits = new PlaceTraits[text.Units.Count + (2 * Window)];
        Array.Fill(_traits, PlaceTraits.Outside);
        Known = knowledge.Gazetteer.Mark(text);
        var reader = new PlaceTraitReader(knowledge);
        for (var i = 0; i < text.Units.Count; i++)
        {
            _traits[i + Window] = reader.Read(text, i, Known[i]);
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
        Add(PlaceHash.Pair(self.Shape, after.Shape));
        Add(PlaceHash.Pair(before.Shape, self.Shape));
        Add(PlaceHash.Pair(self.Gap, after.Gap));
        Add(PlaceHash.Pair(self.Gap, self.Shape));
        AddNumbers(at);
        AddKnown(at);
        Add(Position(unit));
        Add(PlaceHash.Pair(Position(unit), self.Number));
        Add(PlaceHash.Pair(_kind, self.Number));
        Add(PlaceHash.Pair(_kind, self.Known));
        AddClasses(at);
    }

    /// <summary>Forgets a word, or what the gazetteer says of it: in training, so that names never heard before are still found.</summary>
    public void Forget(int unit, bool word, bool known)
    {
        ref var traits = ref _traits[unit + Window];
        if (word && !_text.Units[unit].IsNumber)
        {
            traits.ForgetWord();
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
        Add(PlaceHash.Pair(_traits[at - 1].Word, self.Word));
        Add(PlaceHash.Pair(self.Word, _traits[at + 1].Word));
        Add(PlaceHash.Pair(_traits[at - 1].Word, _traits[at + 1].Word));
        Add(PlaceHash.Pair(_traits[at - 2].Word, _traits[at - 1].Word));
        Add(PlaceHash.Pair(_traits[at + 1].Word, _traits[at + 2].Word));
        Add(PlaceHash.Pair(self.Word, _traits[at + 1].Number));
        Add(PlaceHash.Pair(self.Word, _kind));
    }

    private void AddNumbers(int at)
    {
        ref readonly var self = ref _traits[at];
        uint before = _traits[at - 1].Number, after = _traits[at + 1].Number, second = _traits[at + 2].Number;
        Add(self.Number);
        Add(before);
        Add(after);
        Add(second);
        Add(PlaceHash.Pair(before, self.Number));
        Add(PlaceHash.Pair(self.Number, after));
        Add(PlaceHash.Pair(after, second));
        Add(PlaceHash.Pair(self.Number, PlaceHash.Pair(self.Gap, _traits[at + 1].Gap)));
        Add(PlaceHash.Pair(self.Number, _traits[at + 1].Word));
        Add(PlaceHash.Pair(self.Number, _traits[at - 1].Word));
        Add(PlaceHash.Pair(self.Number, PlaceHash.Pair(_traits[at - 1].Word, _traits[at - 2].Number)));
        Add(PlaceHash.Pair(self.Number, _traits[at + 1].Suffix3));
        Add(PlaceHash.Pair(self.Number, _traits[at - 1].Suffix3));
        Add(PlaceHash.Pair(self.Shape, after));
        Add(PlaceHash.Pair(PlaceHash.Pair(self.Shape, self.Gap), PlaceHash.Pair(after, _traits[at + 1].Gap)));
        Add(PlaceHash.Pair(_traits[at - 2].Number, PlaceHash.Pair(before, self.Number)));
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
        Add(PlaceHash.Pair(self.Known, after.Number));
        Add(PlaceHash.Pair(self.Known, after.Known));
        Add(PlaceHash.Pair(before.Known, self.Known));
        Add(PlaceHash.Pair(before.Known, self.Number));
        Add(PlaceHash.Pair(self.Known, before.Word));
        Add(PlaceHash.Pair(self.Known, after.Word));
        Add(PlaceHash.Pair(self.Known, self.Shape));
        Add(self.Rarity);
        Add(PlaceHash.Pair(self.Rarity, self.Shape));
        Add(PlaceHash.Pair(self.Rarity, after.Number));
        Add(PlaceHash.Pair(before.Rarity, PlaceHash.Pair(self.Rarity, after.Number)));
        Add(PlaceHash.Pair(self.Rarity, before.Word));
        Add(PlaceHash.Pair(self.Rarity, after.Word));
        Add(PlaceHash.Pair(before.Known, self.Rarity));
        Add(PlaceHash.Pair(self.Rarity, PlaceHash.Pair(self.Gap, after.Gap)));
        Add(PlaceHash.Pair(self.Rarity, PlaceHash.Pair(after.Rarity, _traits[at + 2].Number)));
        Add(PlaceHash.Pair(before.Rarity, self.Number));
        Add(PlaceHash.Pair(self.Rarity, PlaceHash.Pair(after.Number, _traits[at + 2].Number)));
        Add(PlaceHash.Pair(self.Rarity, self.Suffix2));
        Add(PlaceHash.Pair(self.Known, self.Rarity));
        Add(PlaceHash.Pair(PlaceHash.Pair(self.Known, self.Rarity), PlaceHash.Pair(self.Gap, after.Gap)));
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
                Add(PlaceHash.Pair(bit, _traits[at].Number));
                Add(PlaceHash.Pair(bit, PlaceHash.Pair(_traits[at].Rarity, _traits[at].Known)));
            }
        }
    }

    private void Add(uint value) => _rows.Add((int)(PlaceHash.Mix(_template++, value) & _mask));

    private uint Position(int unit)
    {
        var last = _text.Units.Count - 1 - unit;
        return (uint)((Math.Min(unit, 2) * 4) + Math.Min(last, 3));
    }
}

using CallIntake.Engine.Triage.Address.Tagging;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address.Rules;

/// <summary>A tagged text whose tags the fixed rules may still change. One instance a text, one thread.</summary>
internal sealed class PlaceDraft
{
    private readonly ulong[] _classes;
    private readonly PlaceKnowledge _knowledge;

    /// <summary>A draft over what the tagger found.</summary>
    public PlaceDraft(TaggedPlace place, PlaceKnowledge knowledge, PlaceClasses kinds)
    {
        Place = place;
        Kinds = kinds;
        _knowledge = knowledge;
        _classes = [.. place.Text.Units.Select(unit => unit.IsNumber ? 0 : knowledge.Classes.Of(unit.Plain))];
        Known = place.Known;
    }

    /// <summary>Names by their sound, at the first unit of the words they were heard as.</summary>
    public Dictionary<int, SoundMatch?> Heard { get; } = [];

    /// <summary>Names of places.</summary>
    public Gazetteer Gazetteer => _knowledge.Gazetteer;

    /// <summary>The tagged text.</summary>
    public TaggedPlace Place { get; }

    /// <summary>The names of classes as bits.</summary>
    public PlaceClasses Kinds { get; }

    /// <summary>What the gazetteer knows of each unit, see <see cref="Gazetteer.Mark"/>.</summary>
    public uint[] Known { get; }

    /// <summary>The text.</summary>
    public PlaceText Text => Place.Text;

    /// <summary>The tags; the rules write here.</summary>
    public PlaceTag[] Tags => Place.Tags;

    /// <summary>Number of units.</summary>
    public int Count => Tags.Length;

    /// <summary>Whether a unit is of a class.</summary>
    public bool Is(int unit, ulong bits) => unit >= 0 && unit < Count && (_classes[unit] & bits) != 0;

    /// <summary>Whether a unit is a number.</summary>
    public bool IsNumber(int unit) => unit >= 0 && unit < Count && Text.Units[unit].IsNumber;

    /// <summary>Whether a unit has a tag.</summary>
    public bool Has(int unit, PlaceTag tag) => unit >= 0 && unit < Count && Tags[unit] == tag;

    /// <summary>The first unit, from a given one on, that does not go on with the name of a street.</summary>
    public int EndOfStreet(int unit)
    {
        while (Has(unit, PlaceTag.StreetMore))
        {
            unit++;
        }

        return unit;
    }

    /// <summary>What stands before a unit.</summary>
    public SpokenGap GapBefore(int unit) => unit >= 0 && unit < Count ? Text.Units[unit].Gap : SpokenGap.Stop;

    /// <summary>Probability the tagger gave.</summary>
    public double Probability(int unit, PlaceTag tag) => Place.Probability(unit, tag);

    /// <summary>Whether a name of one of the kinds begins at the unit.</summary>
    public bool IsKnown(int unit, GazetteerKind kinds) => unit >= 0 && unit < Count && (Known[unit] & (uint)kinds) != 0;

    /// <summary>Whether a known name goes on at the unit.</summary>
    public bool GoesOn(int unit) => unit >= 0 && unit < Count && (Known[unit] >> 4) != 0;

    /// <summary>Whether a word looks like a name: a capital inside a sentence, or a word callers do not use otherwise.</summary>
    public bool LooksLikeName(int unit)
    {
        if (unit < 0 || unit >= Count || Text.Units[unit].IsNumber || Text.Units[unit].Plain.Length < 3)
        {
            return false;
        }

        return Text.IsCased ? Text.Tokens[Text.Units[unit].First].IsCapital : !_knowledge.IsCommon(PlaceHash.Of(Text.Units[unit].Plain));
    }

    /// <summary>Whether a word is none that callers use outside addresses.</summary>
    public bool IsStrange(int unit) => !Text.Units[unit].IsNumber && !_knowledge.IsCommon(PlaceHash.Of(Text.Units[unit].Plain));

    /// <summary>Whether a word is written in capitals, as КСК.</summary>
    public bool IsAbbreviation(int unit) => Text.Tokens[Text.Units[unit].First].Text is { Length: > 1 and < 6 } word && word.All(char.IsUpper);

    /// <summary>Tags a name over several units.</summary>
    public void Name(PlaceTag tag, int first, int count)
    {
        Tags[first] = tag;
        for (var i = 1; i < count; i++)
        {
            Tags[first + i] = tag + 1;
        }
    }

    /// <summary>Takes a name's tags away.</summary>
    public void Clear(int first, int count) => Array.Clear(Tags, first, count);
}

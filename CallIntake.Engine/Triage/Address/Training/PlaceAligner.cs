using CallIntake.Engine.Triage.Address.Tagging;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address.Training;

/// <summary>
/// Finds the words that a label was made from, so that texts with labelled parts become tagged texts. A label that nothing in the
/// text resembles stays without words and is reported.
/// </summary>
internal sealed class PlaceAligner(WordClasses classes)
{
    private const double NameLimit = 0.36;
    private readonly ulong _type = classes.Bit("street") | classes.Bit("avenue") | classes.Bit("mkr") | classes.Bit("settlement");
    private readonly ulong _number = classes.Bit("count") | classes.Bit("time") | classes.Bit("age") | classes.Bit("money");

    /// <summary>Aligns one case.</summary>
    public PlaceExample Align(PlaceCase labelled, bool answer = false)
    {
        var text = PlaceText.Read(labelled.Text, answer);
        var tags = new PlaceTag[text.Units.Count];
        var missing = new List<string>();
        var parts = labelled.Parts;
        Name(text, tags, parts.Street, PlaceTag.Street, parts.House, missing);
        Name(text, tags, parts.Crossing, PlaceTag.Crossing, null, missing);
        var street = Array.FindLastIndex(tags, tag => tag is PlaceTag.Street or PlaceTag.StreetMore);
        var house = Number(text, tags, parts.House, PlaceTag.House, "house", street, missing);
        var from = house < 0 ? street : house;
        Number(text, tags, parts.Flat, PlaceTag.Flat, "flat", from, missing);
        Number(text, tags, parts.Entrance, PlaceTag.Entrance, "entrance", from, missing);
        Number(text, tags, parts.Floor, PlaceTag.Floor, "floor", from, missing);
        Number(text, tags, parts.RoadKm, PlaceTag.RoadKm, "km", street, missing);
        Name(text, tags, parts.Settlement, PlaceTag.Settlement, null, missing);
        Name(text, tags, parts.District, PlaceTag.District, null, missing);
        Landmark(text, tags, parts.Landmark);
        return new PlaceExample(text, tags, missing);
    }

    private void Name(PlaceText text, PlaceTag[] tags, string? name, PlaceTag tag, string? house, List<string> missing)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return;
        }

        var words = PlaceText.Read(name, answer: false).Units
            .Select(unit => unit.Written).ToList();
        var bare = words.Where(word => (classes.Of(word) & _type) == 0).ToList();
        words = bare.Count > 0 ? bare : words;
        var target = string.Concat(words);
        var (best, start, count) = (NameLimit, -1, 0);
        for (var i = 0; i < text.Units.Count; i++)
        {
            for (var length = 1; length <= words.Count + 1 && i + length <= text.Units.Count; length++)
            {
                var distance = Free(tags, i, length) ? Distance(target, text, i, length) : 1;
                distance -= distance < NameLimit && NextIs(text, i + length, house) ? 0.2 : 0;
                if (distance <= best)
                {
                    (best, start, count) = (distance, i, length);
                }
            }
        }

        if (start < 0)
        {
            missing.Add(tag.ToString());
            return;
        }

        tags[start] = tag;
        for (var i = 1; i < count; i++)
        {
            tags[start + i] = tag + 1;
        }
    }

    private static double Distance(string target, PlaceText text, int first, int length)
    {
        var said = text.Joined(first, length);
        if (said == target)
        {
            return 0;
        }

        // Endings differ between what is said and how a name is written; the beginning counts.
        string one = SoundKey.Of(NameStem.Of(said)), two = SoundKey.Of(NameStem.Of(target));
        if (one.Length < 2 || two.Length < 2)
        {
            return 1;
        }

        var distance = SoundKey.Distance(one, two) / Math.Max(one.Length, two.Length);
        return distance + 0.01;
    }

    private static bool NextIs(PlaceText text, int unit, string? house)
    {
        for (var i = unit; house is not null && i < Math.Min(unit + 3, text.Units.Count); i++)
        {
            if (text.Units[i].Label == house)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Free(PlaceTag[] tags, int first, int length) => Array.TrueForAll(tags[first..(first + length)], tag => tag is PlaceTag.None);

    private int Number(PlaceText text, PlaceTag[] tags, string? value, PlaceTag tag, string name, int after, List<string> missing)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return -1;
        }

        var (best, at) = (double.MaxValue, -1);
        for (var i = 0; i < text.Units.Count; i++)
        {
            if (tags[i] is not PlaceTag.None || text.Units[i].Label is not { } label || label != PlainText.Fold(value))
            {
                continue;
            }

            var cost = (i > after ? (i - after) * 0.1 : 1 + ((after - i) * 0.1)) - (IsKind(text, i, name) ? 3 : 0) + (IsKind(text, i, null) ? 2 : 0);
            if (cost <= best)
            {
                (best, at) = (cost, i);
            }
        }

        if (at < 0)
        {
            missing.Add(tag.ToString());
            return -1;
        }

        tags[at] = tag;
        return at;
    }

    private bool IsKind(PlaceText text, int unit, string? name)
    {
        var bit = name is null ? _number : classes.Bit(name);
        return (unit > 0 && name is not null && (classes.Of(text.Units[unit - 1].Plain) & bit) != 0)
            || (unit + 1 < text.Units.Count && (classes.Of(text.Units[unit + 1].Plain) & bit) != 0);
    }

    private static void Landmark(PlaceText text, PlaceTag[] tags, string? landmark)
    {
        if (string.IsNullOrWhiteSpace(landmark))
        {
            return;
        }

        var words = PlaceText.Read(landmark, answer: false).Units.Select(unit => unit.Written).Where(word => word.Length > 2 || char.IsDigit(word[0])).ToList();
        var taken = -9;
        for (var i = 0; i < text.Units.Count; i++)
        {
            var unit = text.Units[i];
            var alike = unit.IsNumber ? i == taken + 1 && words.Contains(unit.Label!) : words.Exists(word => Alike(word, unit.Plain));
            if (tags[i] is PlaceTag.None && alike)
            {
                tags[i] = i == taken + 1 ? PlaceTag.LandmarkMore : PlaceTag.Landmark;
                taken = i;
            }
        }
    }

    private static bool Alike(string one, string two)
    {
        if (one == two)
        {
            return true;
        }

        var common = 0;
        while (common < Math.Min(one.Length, two.Length) && one[common] == two[common])
        {
            common++;
        }

        return common >= Math.Max(3, Math.Max(one.Length, two.Length) - 4);
    }
}

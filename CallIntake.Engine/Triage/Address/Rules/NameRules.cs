using CallIntake.Engine.Triage.Address.Tagging;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address.Rules;

/// <summary>Names without a type word that their place in the sentence gives away. Pure.</summary>
internal static class NameRules
{
    private const int LargestHouse = 400;

    private static readonly string[] FeminineAdjectives = ["ской", "цкой", "ной", "вой", "мой", "той", "чей"];
    private static readonly string[] Surnames = ["ова", "ева", "ина", "ского", "цкого"];
    private static readonly string[] KazakhPlaces = ["дагы", "деги", "тагы", "теги", "да", "де", "та", "те", "дан", "ден", "тан", "тен"];

    /// <summary>Tags names that the tagger left out.</summary>
    public static void Apply(PlaceDraft draft)
    {
        Crossing(draft);
        for (var i = 0; i < draft.Count; i++)
        {
            if (!IsOpen(draft, i) || draft.IsNumber(i) || draft.Is(i, draft.Kinds.Preposition))
            {
                continue;
            }

            if (IsAdjectiveStreet(draft, i))
            {
                draft.Name(PlaceTag.Street, i, 1);
            }
            else if (!draft.Is(i, draft.Kinds.Landmark) && (IsSentence(draft, i) || IsBesideHouse(draft, i) || IsAlone(draft, i) || IsKazakhPlace(draft, i) || IsKnownAfterPreposition(draft, i)))
            {
                draft.Name(PlaceTag.Street, i, Length(draft, i));
            }
        }
    }

    /// <summary>"саин шаляпин", "байсеитовой ауэзова": two known streets side by side are a crossing.</summary>
    private static void Crossing(PlaceDraft draft)
    {
        for (var i = 0; i + 1 < draft.Count; i++)
        {
            var one = Length(draft, i);
            var next = i + one;
            if (!IsStreet(draft, i) || next >= draft.Count || !IsStreet(draft, next) || draft.GapBefore(next) is not (SpokenGap.Space or SpokenGap.Dash) || Crosses(draft))
            {
                continue;
            }

            var two = Length(draft, next);
            if (draft.IsNumber(next + two) && !draft.Has(i, PlaceTag.Street) && !draft.Is(next + two + 1, draft.Kinds.Counted))
            {
                continue;
            }

            draft.Name(PlaceTag.Street, i, one);
            draft.Name(PlaceTag.Crossing, next, two);
            return;
        }
    }

    private static bool IsStreet(PlaceDraft draft, int unit) =>
        draft.IsKnown(unit, GazetteerKind.Street) && !draft.IsKnown(unit, GazetteerKind.Settlement | GazetteerKind.Microdistrict) && !draft.Is(unit, draft.Kinds.Given)
        && (draft.Text.IsCased ? draft.LooksLikeName(unit) : draft.IsStrange(unit)) && draft.Tags[unit] is PlaceTag.None or PlaceTag.Street or PlaceTag.Settlement;

    private static bool Crosses(PlaceDraft draft) => Array.Exists(draft.Tags, tag => tag is PlaceTag.Crossing) || draft.Tags.Count(tag => tag is PlaceTag.Street) > 1;

    /// <summary>Untagged, or taken for a town that the gazetteer does not know.</summary>
    private static bool IsOpen(PlaceDraft draft, int unit) =>
        draft.Tags[unit] is PlaceTag.None || (draft.Tags[unit] is PlaceTag.Landmark && Array.Exists(FeminineAdjectives, draft.Text.Units[unit].Plain.EndsWith))
        || (draft.Tags[unit] is PlaceTag.Settlement && IsSurname(draft, unit) && draft.IsKnown(unit, GazetteerKind.Street)) || (draft.Tags[unit] is PlaceTag.Settlement or PlaceTag.District && !draft.IsKnown(unit, GazetteerKind.Settlement | GazetteerKind.District));

    /// <summary>"на Горняцкой", "по нашей Парковой".</summary>
    private static bool IsAdjectiveStreet(PlaceDraft draft, int unit)
    {
        var before = unit - 1 >= 0 && draft.Text.Units[unit - 1].Plain is "нашей" or "этой" ? unit - 2 : unit - 1;
        return before >= 0 && !HasStreet(draft) && draft.Text.Units[before].Plain is "на" or "по"
            && draft.GapBefore(unit) is SpokenGap.Space && Array.Exists(FeminineAdjectives, draft.Text.Units[unit].Plain.EndsWith) && draft.Text.Units[unit].Plain.Length > 5
            && (draft.Text.IsCased ? draft.LooksLikeName(unit) : draft.IsKnown(unit, GazetteerKind.Street))
            && !draft.Is(unit + 1, draft.Kinds.Landmark | draft.Kinds.Road | draft.Kinds.Street)
            && !(draft.Text.IsCased && draft.LooksLikeName(unit + 1) && draft.GapBefore(unit + 1) is SpokenGap.Space);
    }

    /// <summary>"Подгорная сто восемнадцать." "Станционный, шестой дом.": a sentence that is nothing but a name and a number.</summary>
    private static bool IsSentence(PlaceDraft draft, int unit)
    {
        var end = unit + Length(draft, unit);
        if (!draft.Text.IsCased || draft.GapBefore(unit) is not SpokenGap.Stop || !draft.LooksLikeName(unit) || !(draft.IsStrange(unit) || draft.IsAbbreviation(unit)) || draft.IsKnown(unit, GazetteerKind.Settlement) || draft.Is(unit, draft.Kinds.Person) || HasStreet(draft))
        {
            return false;
        }

        end += draft.Is(end, draft.Kinds.House) ? 1 : 0;
        if (!draft.IsNumber(end) || draft.GapBefore(end) is not (SpokenGap.Space or SpokenGap.Comma) || draft.Text.Units[end].Number!.Value.Value is 0 or > LargestHouse)
        {
            return false;
        }

        end += draft.Is(end + 1, draft.Kinds.House) ? 2 : 1;
        return draft.GapBefore(end) >= SpokenGap.Comma && draft.Probability(unit, PlaceTag.Street) > 0.005;
    }

    /// <summary>"КСК, третий дом": a name in front of a house.</summary>
    private static bool IsBesideHouse(PlaceDraft draft, int unit)
    {
        if (!draft.Text.IsCased || !draft.LooksLikeName(unit) || draft.Probability(unit, PlaceTag.Street) < 0.08 || draft.GapBefore(unit + 1) > SpokenGap.Comma)
        {
            return false;
        }

        return (draft.Is(unit + 1, draft.Kinds.House) && draft.IsNumber(unit + 2)) || (draft.IsNumber(unit + 1) && draft.Is(unit + 2, draft.Kinds.House));
    }

    /// <summary>"Красный Яр, Ленина, собака рвёт": a known street between commas.</summary>
    private static bool IsAlone(PlaceDraft draft, int unit)
    {
        var end = unit + Length(draft, unit);
        return draft.Text.IsCased && draft.LooksLikeName(unit) && draft.IsKnown(unit, GazetteerKind.Streets) && (IsSurname(draft, unit) || !draft.IsKnown(unit, GazetteerKind.Settlement))
            && draft.GapBefore(unit) >= SpokenGap.Comma && draft.GapBefore(end) >= SpokenGap.Comma
            && !HasStreet(draft) && draft.Probability(unit, PlaceTag.Street) > 0.03;
    }

    /// <summary>"Сарыарқадағы", "Розыбакиевте": a known name with the ending of a place.</summary>
    private static bool IsKazakhPlace(PlaceDraft draft, int unit)
    {
        var plain = draft.Text.Units[unit].Plain;
        return draft.IsKnown(unit, GazetteerKind.Streets) && !draft.IsKnown(unit, GazetteerKind.Settlement) && draft.Text.Kazakhness > 0.1 && (!draft.Text.IsCased || draft.LooksLikeName(unit))
            && Naming.KazakhEndings.Length(plain) > 0 && Array.Exists(KazakhPlaces, plain.EndsWith) && !draft.Is(unit + 1, draft.Kinds.Landmark)
            && !HasStreet(draft) && draft.Probability(unit, PlaceTag.Street) > 0.05;
    }

    /// <summary>"на Рабочем посёлке", "в Заречном".</summary>
    private static bool IsKnownAfterPreposition(PlaceDraft draft, int unit) =>
        unit > 0 && draft.Text.Units[unit - 1].Plain is "на" or "по" or "в" && draft.GapBefore(unit) is SpokenGap.Space or SpokenGap.Quote
        && draft.IsKnown(unit, IsMasculine(draft, unit) ? GazetteerKind.Microdistrict : GazetteerKind.Streets) && !draft.IsKnown(unit, GazetteerKind.Settlement) && (!draft.Text.IsCased || draft.LooksLikeName(unit))
        && !HasStreet(draft) && draft.Probability(unit, PlaceTag.Street) > 0.08;

    private static bool IsMasculine(PlaceDraft draft, int unit) => draft.Text.Units[unit].Plain is [.., 'о' or 'е', 'м'];

    private static bool IsSurname(PlaceDraft draft, int unit) => Array.Exists(Surnames, draft.Text.Units[unit].Plain.EndsWith);

    private static bool HasStreet(PlaceDraft draft) => Array.Exists(draft.Tags, tag => tag is PlaceTag.Street);

    private static int Length(PlaceDraft draft, int first)
    {
        var length = 1;
        while (draft.GoesOn(first + length))
        {
            length++;
        }

        return length;
    }
}

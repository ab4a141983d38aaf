using CallIntake.Engine.Triage.Address.Tagging;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address.Rules;

/// <summary>Which number is the house, the flat, the entrance, and which is none of these. Pure.</summary>
internal static class NumberRules
{
    private const int LargestHouse = 9999;
    private const int CorrectionReach = 4;
    private const int LongestRow = 4;

    /// <summary>Sets numbers right.</summary>
    public static void Apply(PlaceDraft draft)
    {
        Veto(draft);
        Dictated(draft);
        QuarterNumber(draft);
        AfterStreet(draft);
        BesideType(draft);
        Corrections(draft);
        Veto(draft);
        Dictated(draft);
    }

    private static void Veto(PlaceDraft draft)
    {
        for (var i = 0; i < draft.Count; i++)
        {
            if (draft.Tags[i] is PlaceTag.House or PlaceTag.Flat or PlaceTag.Entrance or PlaceTag.Floor && (!draft.IsNumber(i) || IsOther(draft, i)))
            {
                draft.Tags[i] = PlaceTag.None;
            }
        }
    }

    /// <summary>Four numbers in a row are a telephone, a card, a plate.</summary>
    private static void Dictated(PlaceDraft draft)
    {
        for (var i = 0; i < draft.Count; i++)
        {
            var end = i;
            while (draft.IsNumber(end) && (end == i || draft.GapBefore(end) is SpokenGap.Space or SpokenGap.Hyphen or SpokenGap.Dash))
            {
                end++;
            }

            if (end - i >= LongestRow)
            {
                draft.Clear(i, end - i);
            }

            i = Math.Max(i, end - 1);
        }
    }

    /// <summary>Whether a number counts something, or is a plate, a telephone, a sum.</summary>
    private static bool IsOther(PlaceDraft draft, int unit)
    {
        var number = draft.Text.Units[unit].Number!.Value;
        return number.Value is 0 or > LargestHouse
            || (number.Value is 101 or 102 or 103 or 112 && !Array.Exists(draft.Tags, tag => tag is PlaceTag.Street))
            || (draft.GapBefore(unit + 1) is SpokenGap.Space && draft.Is(unit + 1, draft.Kinds.Counted) && !number.Ordinal && draft.Probability(unit, draft.Tags[unit]) < 0.95)
            || (draft.Is(unit - 1, draft.Kinds.Plate) && draft.GapBefore(unit) is SpokenGap.Space && draft.Probability(unit, draft.Tags[unit]) < 0.9 && !draft.Is(unit - 2, draft.Kinds.House | draft.Kinds.Flat));
    }

    /// <summary>"Жетісу екі, алпыс бірінші үй": the small number behind a known microdistrict is part of its name where a house follows.</summary>
    private static void QuarterNumber(PlaceDraft draft)
    {
        for (var i = 1; i + 1 < draft.Count; i++)
        {
            if (draft.IsNumber(i) && draft.Tags[i] is PlaceTag.None or PlaceTag.House && draft.Has(i - 1, PlaceTag.Street) && draft.IsKnown(i - 1, GazetteerKind.Microdistrict)
                && !draft.IsNumber(i - 1) && draft.Text.Units[i].Number is { Value: > 0 and < 10, Ordinal: false } && draft.GapBefore(i) is SpokenGap.Space or SpokenGap.Hyphen
                && (draft.Has(i + 1, PlaceTag.House) || (draft.Is(i + 1, draft.Kinds.House) && draft.Has(i + 2, PlaceTag.House)) || (draft.IsNumber(i + 1) && draft.Is(i + 2, draft.Kinds.House))))
            {
                draft.Tags[i] = PlaceTag.StreetMore;
            }
        }
    }

    private static void AfterStreet(PlaceDraft draft)
    {
        if (Array.Exists(draft.Tags, tag => tag is PlaceTag.House))
        {
            return;
        }

        for (var i = 0; i < draft.Count; i++)
        {
            var behind = draft.Has(i - 1, PlaceTag.Street) || draft.Has(i - 1, PlaceTag.StreetMore);
            var typed = draft.Is(i - 1, draft.Kinds.Street | draft.Kinds.Quarter) && (draft.Has(i - 2, PlaceTag.Street) || draft.Has(i - 2, PlaceTag.StreetMore));
            if ((behind || typed) && draft.IsNumber(i) && draft.Tags[i] is PlaceTag.None && draft.GapBefore(i) is SpokenGap.Space or SpokenGap.Comma or SpokenGap.Dash
                && !IsTypedOtherwise(draft, i) && (draft.Probability(i, PlaceTag.House) > 0.15 || (draft.Is(i + 1, draft.Kinds.Correction) && draft.IsNumber(i + 2))))
            {
                draft.Tags[i] = PlaceTag.House;
            }
        }
    }

    private static bool IsTypedOtherwise(PlaceDraft draft, int unit) =>
        draft.Is(unit + 1, draft.Kinds.Flat | draft.Kinds.Entrance | draft.Kinds.Floor | draft.Kinds.Counted | draft.Kinds.Kilometre | draft.Kinds.Quarter);

    private static void BesideType(PlaceDraft draft)
    {
        var street = Array.Exists(draft.Tags, tag => tag is PlaceTag.Street);
        for (var i = 0; i < draft.Count; i++)
        {
            if (!draft.IsNumber(i) || draft.Tags[i] is not PlaceTag.None)
            {
                continue;
            }

            var limit = street ? 0.04 : 0.3;
            Beside(draft, i, draft.Kinds.House, PlaceTag.House, limit);
            Beside(draft, i, draft.Kinds.Flat, PlaceTag.Flat, limit);
            Beside(draft, i, draft.Kinds.Entrance, PlaceTag.Entrance, limit);
        }
    }

    private static void Beside(PlaceDraft draft, int unit, ulong type, PlaceTag tag, double limit)
    {
        var number = draft.Text.Units[unit].Number!.Value;
        var before = draft.Is(unit - 1, type) && draft.GapBefore(unit) is SpokenGap.Space && !draft.IsNumber(unit - 2);
        var after = draft.Is(unit + 1, type) && draft.GapBefore(unit + 1) is SpokenGap.Space or SpokenGap.Hyphen && (number.Ordinal || draft.Text.Kazakhness > 0.1);
        if ((before || after) && !Array.Exists(draft.Tags, other => other == tag) && draft.Probability(unit, tag) > limit)
        {
            draft.Tags[unit] = tag;
        }
    }

    /// <summary>"сто три, нет, сто пять": the number behind the correction takes the place of the one before.</summary>
    private static void Corrections(PlaceDraft draft)
    {
        for (var i = 0; i < draft.Count; i++)
        {
            if (draft.Tags[i] is not (PlaceTag.House or PlaceTag.Flat) || !draft.IsNumber(i))
            {
                continue;
            }

            for (var j = i + 1; j <= Math.Min(i + CorrectionReach, draft.Count - 1); j++)
            {
                if (draft.IsNumber(j))
                {
                    if (draft.Tags[j] is PlaceTag.None && Corrected(draft, i, j) && !IsTypedOtherwise(draft, j))
                    {
                        draft.Tags[j] = draft.Tags[i];
                    }

                    break;
                }
            }
        }
    }

    private static bool Corrected(PlaceDraft draft, int first, int second)
    {
        for (var i = first + 1; i < second; i++)
        {
            if (draft.Is(i, draft.Kinds.Correction))
            {
                return true;
            }
        }

        return false;
    }
}

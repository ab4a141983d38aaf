using CallIntake.Engine.Triage.Address.Tagging;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address.Rules;

/// <summary>Names beside their type word: "улица Абая", "Абай көшесінде", "седьмой микрорайон", "23 квартал". Pure.</summary>
internal static class TypeWordRules
{
    private const int LargestQuarter = 120;

    /// <summary>Tags names that the tagger left out.</summary>
    public static void Apply(PlaceDraft draft)
    {
        for (var i = 0; i < draft.Count; i++)
        {
            if (draft.Is(i, draft.Kinds.Quarter))
            {
                Quarter(draft, i);
            }

            if (draft.Is(i, draft.Kinds.Street | draft.Kinds.Quarter))
            {
                Before(draft, i);
                After(draft, i);
            }
        }
    }

    private static void Quarter(PlaceDraft draft, int type)
    {
        // "шағын аудан" is two words.
        var before = type - 1;
        if (draft.Is(type + 1, draft.Kinds.Landmark) || draft.Is(before - 1, draft.Kinds.Landmark))
        {
            return;
        }

        if (draft.IsNumber(before) && draft.GapBefore(type) is SpokenGap.Space or SpokenGap.Hyphen && IsQuarterNumber(draft, before) && draft.Tags[before] is not PlaceTag.StreetMore)
        {
            TakeAsStreet(draft, before);
        }
        else if (draft.IsNumber(type + 1) && draft.GapBefore(type + 1) is SpokenGap.Space && !Named(draft, type) && draft.Tags[type + 1] is PlaceTag.House or PlaceTag.None)
        {
            TakeAsStreet(draft, type + 1);
        }
    }

    private static bool IsQuarterNumber(PlaceDraft draft, int unit) =>
        draft.Text.Units[unit].Number is { Value: > 0 and <= LargestQuarter } number && (number.Ordinal || char.IsAsciiDigit(draft.Text.Units[unit].Plain[0]) || draft.Probability(unit, PlaceTag.Street) > 0.1);

    private static bool Named(PlaceDraft draft, int type) =>
        draft.Has(type - 1, PlaceTag.Street) || draft.Has(type - 1, PlaceTag.StreetMore) || draft.LooksLikeName(type - 1);

    private static void TakeAsStreet(PlaceDraft draft, int number)
    {
        if (draft.Tags[number] is PlaceTag.Street)
        {
            return;
        }

        // A district's name said before the quarter is no street beside it.
        for (var i = 0; i < draft.Count; i++)
        {
            if (draft.Tags[i] is PlaceTag.Street or PlaceTag.StreetMore && i < number && !draft.IsNumber(i))
            {
                draft.Tags[i] = draft.Tags[i] is PlaceTag.Street ? PlaceTag.District : PlaceTag.DistrictMore;
            }
        }

        draft.Tags[number] = PlaceTag.Street;
    }

    private static void Before(PlaceDraft draft, int type)
    {
        // "улица Абая": Russian order.
        var at = type + 1;
        var plain = draft.Text.Units[type].Plain;
        if (at >= draft.Count || IsKazakhType(plain) || draft.GapBefore(at) is not (SpokenGap.Space or SpokenGap.Quote) || !IsOpen(draft, at))
        {
            return;
        }

        if (draft.IsKnown(at, GazetteerKind.Streets) && (!draft.Text.IsCased || draft.LooksLikeName(at)))
        {
            draft.Name(PlaceTag.Street, at, Length(draft, at));
        }
        else if (draft.LooksLikeName(at) && (draft.Text.IsCased || draft.IsNumber(at + 1) || draft.Probability(at, PlaceTag.Street) > 0.1) && !draft.Is(at, draft.Kinds.Landmark | draft.Kinds.Preposition | draft.Kinds.Quarter | draft.Kinds.Street))
        {
            draft.Name(PlaceTag.Street, at, 1);
        }
    }

    private static void After(PlaceDraft draft, int type)
    {
        var at = draft.Text.Units[type].Plain.StartsWith("аудан", StringComparison.Ordinal) ? type - 2 : type - 1;
        var plain = draft.Text.Units[type].Plain;
        var possessed = IsKazakhType(plain) && plain.Length > 4;
        var russian = plain.StartsWith("проспект", StringComparison.Ordinal) || plain.StartsWith("микрорайон", StringComparison.Ordinal) || plain.StartsWith("бульвар", StringComparison.Ordinal);
        if (at < 0 || draft.IsNumber(at) || !(possessed || russian) || !IsOpen(draft, at) || draft.GapBefore(type) is not (SpokenGap.Space or SpokenGap.Quote))
        {
            return;
        }

        var known = draft.IsKnown(at, GazetteerKind.Streets) || draft.GoesOn(at);
        if ((known || draft.LooksLikeName(at)) && (draft.Text.IsCased ? draft.LooksLikeName(at) || known : possessed || known) && (known || !draft.Is(at, draft.Kinds.Landmark)) && !draft.Is(at, draft.Kinds.Preposition | draft.Kinds.Quarter | draft.Kinds.Street))
        {
            var first = at;
            while (first > 0 && (draft.GoesOn(first) || (draft.Text.IsCased && draft.LooksLikeName(first - 1) && draft.GapBefore(first) is SpokenGap.Space && draft.GapBefore(first - 1) is not SpokenGap.Stop)))
            {
                first--;
            }

            draft.Name(PlaceTag.Street, first, at - first + 1);
        }
    }

    private static bool IsOpen(PlaceDraft draft, int unit) => draft.Tags[unit] is PlaceTag.None or PlaceTag.Settlement or PlaceTag.Landmark or PlaceTag.District;

    private static int Length(PlaceDraft draft, int first)
    {
        var length = 1;
        while (draft.GoesOn(first + length))
        {
            length++;
        }

        return length;
    }

    private static bool IsKazakhType(string plain) =>
        plain.StartsWith("кош", StringComparison.Ordinal) || plain.StartsWith("дангыл", StringComparison.Ordinal) || plain.StartsWith("ыкшам", StringComparison.Ordinal) || plain.StartsWith("шагын", StringComparison.Ordinal);
}

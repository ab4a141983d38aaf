using CallIntake.Engine.Triage.Address.Tagging;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address.Rules;

/// <summary>Roads between towns: "трасса Атырау — Астрахань, 34 километр", "Шымкент–Тараз жолы". Pure.</summary>
internal static class RoadRules
{
    private const int Reach = 4;

    /// <summary>Tags the pair of towns as the road.</summary>
    public static void Apply(PlaceDraft draft)
    {
        for (var i = 0; i + 1 < draft.Count; i++)
        {
            if (IsTown(draft, i) && IsTown(draft, i + 1) && IsJoined(draft, i) && SaysRoad(draft, i))
            {
                draft.Name(PlaceTag.Street, i, 2);
            }
            else if (IsTown(draft, i) && draft.Is(i + 1, draft.Kinds.And) && IsTown(draft, i + 2) && i + 3 < draft.Count
                && draft.Text.Units[i + 3].Plain.StartsWith("арасы", StringComparison.Ordinal) && SaysRoad(draft, i + 1))
            {
                draft.Name(PlaceTag.Street, i, 3);
            }
        }

        Single(draft);
        Kilometres(draft);
    }

    /// <summary>"капчагай трасса", "Қорғалжын тас жолының", "трасса на Боровое": a road by one of its ends.</summary>
    private static void Single(PlaceDraft draft)
    {
        if (Array.Exists(draft.Tags, tag => tag is PlaceTag.Street))
        {
            return;
        }

        for (var i = 0; i < draft.Count; i++)
        {
            if (!draft.Is(i, draft.Kinds.Highway) || (draft.Text.Units[i].Plain is "тас" && !draft.Is(i + 1, draft.Kinds.Road)))
            {
                continue;
            }

            var town = draft.GapBefore(i) is SpokenGap.Space && IsNamed(draft, i - 1) ? i - 1
                : i + 2 < draft.Count && draft.Text.Units[i + 1].Plain is "на" && IsNamed(draft, i + 2) ? i + 2 : -1;
            if (town >= 0)
            {
                draft.Name(PlaceTag.Street, town, 1);
                return;
            }
        }
    }

    private static bool IsNamed(PlaceDraft draft, int unit) =>
        unit >= 0 && IsTown(draft, unit) && (draft.Tags[unit] is not PlaceTag.None || draft.IsKnown(unit, GazetteerKind.Settlement) || draft.Text.IsCased) && !draft.Is(unit, draft.Kinds.Landmark);

    private static bool IsTown(PlaceDraft draft, int unit) =>
        unit < draft.Count && !draft.IsNumber(unit) && !(draft.Text.Units[unit].Plain is "темир" && draft.Is(unit + 1, draft.Kinds.Road)) && draft.Text.Units[unit].Plain.Length > 2 && !draft.Is(unit, draft.Kinds.Road | draft.Kinds.Street | draft.Kinds.Kilometre | draft.Kinds.Preposition | draft.Kinds.And)
        && (draft.IsKnown(unit, GazetteerKind.Settlement) || draft.LooksLikeName(unit));

    private static bool IsJoined(PlaceDraft draft, int unit)
    {
        var gap = draft.GapBefore(unit + 1);
        return gap is SpokenGap.Dash or SpokenGap.Hyphen
            || (gap is SpokenGap.Space && draft.IsKnown(unit, GazetteerKind.Settlement) && (draft.IsKnown(unit + 1, GazetteerKind.Settlement) || !draft.Text.IsCased));
    }

    private static bool SaysRoad(PlaceDraft draft, int unit)
    {
        for (var i = unit - 2; i < unit + Reach; i++)
        {
            if (i != unit && i != unit + 1 && draft.Is(i, draft.Kinds.Road | draft.Kinds.Kilometre))
            {
                return true;
            }
        }

        return false;
    }

    private static void Kilometres(PlaceDraft draft)
    {
        for (var i = 0; i < draft.Count; i++)
        {
            if (!draft.IsNumber(i) || draft.Tags[i] is PlaceTag.RoadKm)
            {
                continue;
            }

            var ordinal = draft.Text.Units[i].Number!.Value.Ordinal;
            var near = (draft.Is(i + 1, draft.Kinds.Kilometre) && (ordinal || HasRoad(draft))) || (draft.Is(i - 1, draft.Kinds.Kilometre) && HasRoad(draft));
            if (near && (draft.Tags[i] is not PlaceTag.None || draft.Probability(i, PlaceTag.RoadKm) > 0.05))
            {
                draft.Tags[i] = PlaceTag.RoadKm;
            }
        }
    }

    private static bool HasRoad(PlaceDraft draft)
    {
        for (var i = 0; i < draft.Count; i++)
        {
            if (draft.Is(i, draft.Kinds.Road))
            {
                return true;
            }
        }

        return false;
    }
}

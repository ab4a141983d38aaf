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

        Kilometres(draft);
    }

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

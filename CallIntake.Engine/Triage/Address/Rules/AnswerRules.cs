using CallIntake.Engine.Triage.Address.Tagging;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address.Rules;

/// <summary>A short answer to the question for the address is one, whatever it looks like: "Сатпаева девяносто", "тринадцать". Pure.</summary>
internal static class AnswerRules
{
    private const int LongestAnswer = 8;
    private const int LargestHouse = 999;

    /// <summary>Tags the bare words of an answer.</summary>
    public static void Apply(PlaceDraft draft)
    {
        if (!draft.Text.IsAnswer || draft.Count > LongestAnswer)
        {
            return;
        }

        for (var i = 0; i < draft.Count; i++)
        {
            if (draft.IsNumber(i) && draft.Tags[i] is PlaceTag.None && draft.Text.Units[i].Number!.Value.Value is > 0 and <= LargestHouse
                && !draft.Is(i + 1, draft.Kinds.Counted) && !draft.Is(i - 1, draft.Kinds.Plate))
            {
                draft.Tags[i] = TagOf(draft, i);
            }
        }

        Street(draft);
    }

    private static PlaceTag TagOf(PlaceDraft draft, int unit)
    {
        bool Beside(ulong type) => draft.Is(unit - 1, type) || draft.Is(unit + 1, type);
        return Beside(draft.Kinds.Flat) ? PlaceTag.Flat
            : Beside(draft.Kinds.Entrance) ? PlaceTag.Entrance
            : Beside(draft.Kinds.Floor) ? PlaceTag.Floor
            : Beside(draft.Kinds.Kilometre) ? PlaceTag.RoadKm
            : Array.Exists(draft.Tags, tag => tag is PlaceTag.House) && !HasCorrection(draft, unit) ? PlaceTag.Flat
            : PlaceTag.House;
    }

    private static bool HasCorrection(PlaceDraft draft, int before)
    {
        for (var i = 0; i < before; i++)
        {
            if (draft.Is(i, draft.Kinds.Correction))
            {
                return true;
            }
        }

        return false;
    }

    private static void Street(PlaceDraft draft)
    {
        if (Array.Exists(draft.Tags, tag => tag is PlaceTag.Street or PlaceTag.Crossing))
        {
            return;
        }

        for (var i = 0; i < draft.Count; i++)
        {
            var beforeHouse = draft.Has(i + 1, PlaceTag.House) && draft.GapBefore(i + 1) <= SpokenGap.Comma && draft.LooksLikeName(i);
            if (draft.Tags[i] is PlaceTag.None or PlaceTag.Settlement && !draft.IsNumber(i) && (draft.IsKnown(i, GazetteerKind.Streets) || beforeHouse)
                && !draft.Is(i, draft.Kinds.Preposition | draft.Kinds.House | draft.Kinds.Flat | draft.Kinds.Correction | draft.Kinds.Landmark)
                && !(draft.Tags[i] is PlaceTag.Settlement && draft.IsKnown(i, GazetteerKind.Settlement) && !beforeHouse))
            {
                var length = 1;
                while (draft.GoesOn(i + length))
                {
                    length++;
                }

                draft.Name(PlaceTag.Street, i, length);
                return;
            }
        }
    }
}

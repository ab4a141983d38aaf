using CallIntake.Engine.Triage.Address.Tagging;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address.Rules;

/// <summary>Which numbers belong to a name, and which are the house behind it. Pure.</summary>
internal static class NumberedNameRules
{
    private const int LargestPart = 10;

    private static readonly string[] NoNumberedName = ["ова", "ева", "ина", "ского", "цкого", "ская", "цкая", "ный", "ная"];

    /// <summary>"40 лет Победы" is a name with its number.</summary>
    public static void Years(PlaceDraft draft)
    {
        for (var i = 2; i < draft.Count; i++)
        {
            if (draft.IsNumber(i - 2) && draft.Text.Units[i - 1].Plain is "лет" && draft.Text.Units[i].Plain is "победы" or "октября" or "независимости" or "казахстана" or "влксм" or "целины")
            {
                draft.Name(PlaceTag.Street, i - 2, 3);
            }
        }
    }

    /// <summary>A street named after a person has no number of its own: "Маясова три восемнадцать" is house 3, flat 18.</summary>
    public static void Unnumber(PlaceDraft draft)
    {
        for (var i = 1; i < draft.Count; i++)
        {
            if (draft.Tags[i] is not PlaceTag.StreetMore || !draft.IsNumber(i) || draft.IsNumber(i - 1))
            {
                continue;
            }

            var large = draft.Text.Units[i].Number!.Value.Value > LargestPart && !Array.Exists(draft.Tags, tag => tag is PlaceTag.House) && draft.Text.Units[i].Gap is not SpokenGap.Hyphen;
            if (!large && (!Array.Exists(NoNumberedName, draft.Text.Units[i - 1].Plain.EndsWith) || draft.IsKnown(i - 1, GazetteerKind.Microdistrict)))
            {
                continue;
            }

            draft.Tags[i] = PlaceTag.House;
            if (draft.Has(i + 1, PlaceTag.House))
            {
                draft.Tags[i + 1] = PlaceTag.Flat;
            }
        }
    }
}

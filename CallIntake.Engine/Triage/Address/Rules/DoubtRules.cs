using CallIntake.Engine.Triage.Address.Tagging;

namespace CallIntake.Engine.Triage.Address.Rules;

/// <summary>Which names are too doubtful to keep. Pure.</summary>
internal static class DoubtRules
{
    private const double Doubtful = 0.5;

    /// <summary>A street without a house, a type word or the gazetteer's word for it needs a sure tagger.</summary>
    public static void Apply(PlaceDraft draft)
    {
        for (var i = 0; i < draft.Count; i++)
        {
            if (draft.Tags[i] is not PlaceTag.Street)
            {
                continue;
            }

            var end = draft.EndOfStreet(i + 1);
            var backed = draft.IsKnown(i, GazetteerKind.Streets) || draft.Is(i - 1, draft.Kinds.Street | draft.Kinds.Quarter) || draft.Is(end, draft.Kinds.Street | draft.Kinds.Quarter | draft.Kinds.Road) || draft.IsNumber(i);
            if (!backed && (draft.Probability(i, PlaceTag.Street) < Doubtful || IsService(draft, end)))
            {
                draft.Clear(i, end - i);
            }
        }
    }

    /// <summary>"Серіктікі жүз екі": the number of the police itself is no house.</summary>
    private static bool IsService(PlaceDraft draft, int unit) => draft.IsNumber(unit) && draft.Text.Units[unit].Number!.Value.Value is 101 or 102 or 103 or 112;
}

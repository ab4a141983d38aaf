using CallIntake.Engine.Triage.Address.Tagging;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address.Rules;

/// <summary>
/// Where no street was found, a word that the tagger half took for one, and that stands as names of streets stand (behind на or по, before
/// a number, known to the gazetteer), is one. Pure.
/// </summary>
internal static class HintRules
{
    private const double Hinted = 0.4;
    private const double Backed = 0.2;
    private const double Goes = 0.3;

    /// <summary>Tags the likeliest name.</summary>
    public static void Apply(PlaceDraft draft)
    {
        // Another part of an address must be there: alone a half-seen name is more often no place at all.
        if (Array.Exists(draft.Tags, tag => tag is PlaceTag.Street or PlaceTag.Crossing)
            || !Array.Exists(draft.Tags, tag => tag is PlaceTag.House or PlaceTag.Flat or PlaceTag.Entrance or PlaceTag.Settlement))
        {
            return;
        }

        var best = -1;
        for (var i = 0; i < draft.Count; i++)
        {
            if (!draft.IsNumber(i) && !draft.Is(i, draft.Kinds.Preposition | draft.Kinds.Street | draft.Kinds.Quarter | draft.Kinds.House | draft.Kinds.Person)
                && draft.Probability(i, PlaceTag.Street) > (IsBacked(draft, i) ? Backed : Hinted)
                && (best < 0 || draft.Probability(i, PlaceTag.Street) > draft.Probability(best, PlaceTag.Street)))
            {
                best = i;
            }
        }

        if (best < 0)
        {
            return;
        }

        var length = 1;
        while (best + length < draft.Count && draft.GapBefore(best + length) is SpokenGap.Space or SpokenGap.Hyphen
            && (draft.GoesOn(best + length) || draft.Probability(best + length, PlaceTag.StreetMore) > Goes * draft.Probability(best, PlaceTag.Street)))
        {
            length++;
        }

        draft.Name(PlaceTag.Street, best, length);
    }

    private static bool IsBacked(PlaceDraft draft, int unit) =>
        draft.IsKnown(unit, GazetteerKind.Streets)
        || draft.Has(unit + 1, PlaceTag.House) || draft.Has(unit - 1, PlaceTag.Settlement)
        || (unit > 0 && draft.Text.Units[unit - 1].Plain is "на" or "по" && draft.LooksLikeName(unit));
}

using CallIntake.Engine.Triage.Address.Tagging;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address.Rules;

/// <summary>
/// Names that a recogniser wrote as it heard them: "на толтихана" is Тауке хана. Looks only where an address stands (in front of a
/// house, behind на, по, угол, улица), only among the gazetteer's names, and the worse the text hangs together the more it dares.
/// </summary>
internal static class SoundRules
{
    private const int LongestWindow = 3;
    private const double WhenClear = 0.13;
    private const double WithoutHouse = 0.7;
    private const double WhenStrange = 0.27;
    private const double Garbled = 0.3;
    private const double Broken = 0.35;
    private const int MostPlaces = 6;
    private const double WhenBroken = 0.3;

    // Nothing but doubled letters and a vowel apart.
    private const double AlmostEqual = 0.06;
    private const double Hinted = 0.06;

    /// <summary>Tags the name that sounds nearest, where no street was found.</summary>
    public static void Apply(PlaceDraft draft)
    {
        if (Array.Exists(draft.Tags, tag => tag is PlaceTag.Street) || draft.Count == 0)
        {
            return;
        }

        var limit = Limit(draft);
        var best = default(Candidate);
        var places = 0;
        for (var i = 0; i < draft.Count && places < MostPlaces; i++)
        {
            if (IsHouse(draft, i))
            {
                places++;
                for (var length = 1; length <= LongestWindow; length++)
                {
                    Try(draft, i - length, length, limit, ref best);
                }
            }
            else if (limit > WhenClear && Leads(draft, i - 1) && draft.Probability(i, PlaceTag.Street) + draft.Probability(i, PlaceTag.Crossing) > Hinted)
            {
                places++;
                for (var length = 1; length <= LongestWindow; length++)
                {
                    Try(draft, i, length, limit * WithoutHouse, ref best);
                }
            }
        }

        if (best.Length > 0)
        {
            draft.Name(PlaceTag.Street, best.First, best.Length);
            draft.Heard[best.First] = best.Match;
            if (IsHouse(draft, best.First + best.Length) && draft.Tags[best.First + best.Length] is PlaceTag.None)
            {
                draft.Tags[best.First + best.Length] = PlaceTag.House;
            }
        }
    }

    /// <summary>How far the sound of a name that the tagger found may be from one of the gazetteer, for the limit of its text.</summary>
    public static double NameLimit(double limit) => limit >= WhenBroken ? 0.25 : limit >= WhenStrange ? 0.17 : AlmostEqual;

    /// <summary>How far a sound may be from a name, by how many of the words are none that callers use.</summary>
    public static double Limit(PlaceDraft draft)
    {
        var words = 0;
        var strange = 0;
        for (var i = 0; i < draft.Count; i++)
        {
            if (!draft.IsNumber(i) && draft.Tags[i] is PlaceTag.None)
            {
                words++;
                strange += draft.IsStrange(i) ? 1 : 0;
            }
        }

        return words < 4 || strange < words * Garbled ? WhenClear : strange < words * Broken ? WhenStrange : WhenBroken;
    }

    private static void Try(PlaceDraft draft, int first, int length, double limit, ref Candidate best)
    {
        if (first < 0 || first + length > draft.Count || !IsWindow(draft, first, length))
        {
            return;
        }

        var said = string.Concat(Enumerable.Range(first, length).Select(i => draft.Text.Units[i].Plain));
        var key = SoundKey.Of(said);
        if (key.Length >= 4 && draft.Gazetteer.Sounds.Nearest(key, GazetteerKind.Streets, limit) is { } match && (best.Length == 0 || match.Distance < best.Match!.Value.Distance))
        {
            best = new Candidate(first, length, match);
        }
    }

    private static bool IsWindow(PlaceDraft draft, int first, int length)
    {
        var strange = false;
        for (var i = first; i < first + length; i++)
        {
            if (draft.IsNumber(i) || draft.Tags[i] is not (PlaceTag.None or PlaceTag.Settlement or PlaceTag.SettlementMore or PlaceTag.Landmark or PlaceTag.LandmarkMore)
                || (i > first && draft.GapBefore(i) > SpokenGap.Quote) || draft.IsKnown(i, GazetteerKind.Settlement))
            {
                return false;
            }

            strange |= draft.IsStrange(i) && draft.Text.Units[i].Plain.Length > 3;
        }

        return strange;
    }

    private static bool IsHouse(PlaceDraft draft, int unit) =>
        draft.Has(unit, PlaceTag.House) || (draft.IsNumber(unit) && draft.Tags[unit] is PlaceTag.None && draft.Probability(unit, PlaceTag.House) > 0.3);

    private static bool Leads(PlaceDraft draft, int unit) =>
        draft.Is(unit, draft.Kinds.Street | draft.Kinds.Crossing) || (unit >= 0 && draft.Text.Units[unit].Plain is "на" or "по");

    private readonly record struct Candidate(int First, int Length, SoundMatch? Match);
}

using CallIntake.Engine.Triage.Address.Tagging;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address.Rules;

/// <summary>Where names begin and end. Pure.</summary>
internal static class ShapeRules
{
    /// <summary>Sets names right.</summary>
    public static void Apply(PlaceDraft draft)
    {
        Cut(draft);
        Town(draft);
        Join(draft);
        NumberedNameRules.Years(draft);
        Extend(draft);
        Given(draft);
        Split(draft);
        NumberedNameRules.Unnumber(draft);
    }

    /// <summary>No name goes over a quote, a comma or the end of a sentence.</summary>
    private static void Cut(PlaceDraft draft)
    {
        for (var i = 1; i < draft.Count; i++)
        {
            if (PlaceTags.IsMore(draft.Tags[i]) && draft.Tags[i] is not PlaceTag.LandmarkMore && draft.GapBefore(i) is SpokenGap.Quote or SpokenGap.Comma or SpokenGap.Stop)
            {
                for (var j = i; j < draft.Count && PlaceTags.IsMore(draft.Tags[j]); j++)
                {
                    draft.Tags[j] = PlaceTag.None;
                }
            }
        }
    }

    /// <summary>A town in front of a street is a town ("Кордай Жибек жолы"), and a type word alone is no name.</summary>
    private static void Town(PlaceDraft draft)
    {
        for (var i = 0; i < draft.Count; i++)
        {
            if (draft.Tags[i] is not PlaceTag.Street)
            {
                continue;
            }

            var more = draft.Has(i + 1, PlaceTag.StreetMore);
            if (!more && !draft.IsNumber(i) && draft.Is(i, draft.Kinds.Quarter | draft.Kinds.Street))
            {
                draft.Tags[i] = PlaceTag.None;
            }
            else if (more && draft.IsKnown(i, GazetteerKind.Settlement) && !draft.GoesOn(i + 1) && draft.IsKnown(i + 1, GazetteerKind.Streets) && draft.GapBefore(i + 1) is SpokenGap.Space && EndsInHouse(draft, i + 1))
            {
                draft.Tags[i] = PlaceTag.Settlement;
                draft.Tags[i + 1] = PlaceTag.Street;
            }
        }
    }

    private static bool EndsInHouse(PlaceDraft draft, int unit)
    {
        unit = draft.EndOfStreet(unit);
        return draft.IsNumber(unit) && !draft.Is(unit + 1, draft.Kinds.Kilometre);
    }

    /// <summary>"Сейфуллина и Райымбека": the joining word belongs to neither name, and what follows it is the other street.</summary>
    private static void Join(PlaceDraft draft)
    {
        for (var i = 1; i < draft.Count; i++)
        {
            if (!PlaceTags.IsMore(draft.Tags[i]) || draft.Tags[i] is PlaceTag.LandmarkMore || !draft.Is(i, draft.Kinds.And) || draft.GoesOn(i) || IsRoadPair(draft, i))
            {
                continue;
            }

            var more = draft.Tags[i];
            draft.Tags[i] = PlaceTag.None;
            if (draft.Has(i + 1, more))
            {
                draft.Tags[i + 1] = more is PlaceTag.StreetMore ? PlaceTag.Crossing : PlaceTags.First(more);
                for (var j = i + 2; draft.Has(j, more); j++)
                {
                    draft.Tags[j] = draft.Tags[i + 1] + 1;
                }
            }
        }
    }

    private static bool IsRoadPair(PlaceDraft draft, int and) =>
        and + 2 < draft.Count && draft.Text.Units[and + 2].Plain.StartsWith("арасы", StringComparison.Ordinal);

    /// <summary>A known name is taken whole: "Толе" with "би", "Рабочем" with "посёлке".</summary>
    private static void Extend(PlaceDraft draft)
    {
        for (var i = 0; i < draft.Count; i++)
        {
            if (draft.Tags[i] is PlaceTag.Street or PlaceTag.Crossing or PlaceTag.Settlement && (draft.Known[i] & (uint)Gazetteer.KindsOf(draft.Tags[i])) != 0)
            {
                for (var j = i + 1; j < draft.Count && draft.GoesOn(j) && draft.Tags[j] is PlaceTag.None; j++)
                {
                    draft.Tags[j] = draft.Tags[i] + 1;
                }
            }
        }
    }

    /// <summary>"Бауыржан Момышұлы": the given name in front belongs to the name.</summary>
    private static void Given(PlaceDraft draft)
    {
        for (var i = 1; i < draft.Count; i++)
        {
            if (draft.Tags[i] is PlaceTag.Street or PlaceTag.Crossing && !draft.IsNumber(i) && draft.GapBefore(i) is SpokenGap.Space
                && draft.Is(i - 1, draft.Kinds.Given) && !draft.Is(i, draft.Kinds.Given) && draft.Tags[i - 1] is PlaceTag.None or PlaceTag.Landmark or PlaceTag.Settlement)
            {
                draft.Tags[i - 1] = draft.Tags[i];
                draft.Tags[i]++;
            }
        }
    }

    /// <summary>"Сатпаева Владимирского": two known streets that are no name together are a crossing.</summary>
    private static void Split(PlaceDraft draft)
    {
        for (var i = 0; i + 1 < draft.Count; i++)
        {
            if (draft.Tags[i] is PlaceTag.Street && draft.Tags[i + 1] is PlaceTag.StreetMore && !draft.Has(i + 2, PlaceTag.StreetMore)
                && draft.IsKnown(i, GazetteerKind.Street) && draft.IsKnown(i + 1, GazetteerKind.Street) && !draft.GoesOn(i + 1) && !draft.Is(i, draft.Kinds.Given)
                && draft.GapBefore(i + 1) is not SpokenGap.Hyphen && !IsRoad(draft, i))
            {
                draft.Tags[i + 1] = PlaceTag.Crossing;
            }
        }
    }

    private static bool IsRoad(PlaceDraft draft, int unit) => draft.IsKnown(unit, GazetteerKind.Settlement) && draft.IsKnown(unit + 1, GazetteerKind.Settlement);
}

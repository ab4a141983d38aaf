using CallIntake.Engine.Triage.Address.Rules;
using CallIntake.Engine.Triage.Address.Tagging;

namespace CallIntake.Engine.Triage.Address;

/// <summary>Collects the parts that a tagged text names. Pure.</summary>
internal static class PlaceSpans
{
    /// <summary>The parts in the order in which they were said.</summary>
    public static List<PlaceSpan> Of(PlaceDraft draft, int turn)
    {
        var place = draft.Place;
        var limit = SoundRules.Limit(draft);
        var spans = new List<PlaceSpan>();
        for (var i = 0; i < place.Tags.Length; i++)
        {
            if (place.Tags[i] is PlaceTag.None)
            {
                continue;
            }

            var (first, tag, sureness) = (i, PlaceTags.First(place.Tags[i]), place.Sureness(i));
            while (i + 1 < place.Tags.Length && PlaceTags.IsMore(place.Tags[i + 1]) && PlaceTags.First(place.Tags[i + 1]) == tag)
            {
                i++;
                sureness = Math.Min(sureness, place.Sureness(i));
            }

            spans.Add(new PlaceSpan(tag, place, turn, first, i + 1 - first, sureness, new SoundLimit(limit, draft.Heard.GetValueOrDefault(first))));
        }

        return spans;
    }
}

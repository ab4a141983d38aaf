using CallIntake.Engine.Triage.Address.Naming;
using CallIntake.Engine.Triage.Address.Tagging;

namespace CallIntake.Engine.Triage.Address;

/// <summary>Makes one address of the parts said over a call: the last correction wins, later turns complete earlier ones. Immutable.</summary>
internal sealed class PlaceAssembler(NameWriter names, WordClasses classes)
{
    private readonly ulong _correction = classes.Bit("correction");

    /// <summary>Chooses the span of each part, in the order of the parts of an address.</summary>
    public IReadOnlyList<PlaceSpan> Choose(IReadOnlyList<PlaceSpan> spans)
    {
        var street = Last(spans, PlaceTag.Street);
        var crossing = Last(spans, PlaceTag.Crossing);
        if (street is null && crossing is not null)
        {
            (street, crossing) = (crossing with { Tag = PlaceTag.Street }, null);
        }

        var chosen = new List<PlaceSpan?> { Last(spans, PlaceTag.Settlement), Last(spans, PlaceTag.District), street, crossing };
        var house = Number(spans, PlaceTag.House, street);
        chosen.Add(house);
        chosen.Add(Number(spans, PlaceTag.Flat, house ?? street));
        chosen.Add(Number(spans, PlaceTag.Entrance, house ?? street));
        chosen.Add(Number(spans, PlaceTag.Floor, house ?? street));
        chosen.Add(Number(spans, PlaceTag.RoadKm, street));
        chosen.Add(Last(spans, PlaceTag.Landmark));
        return [.. chosen.OfType<PlaceSpan>()];
    }

    /// <summary>The parts that the chosen spans say.</summary>
    public AddressParts Parts(IReadOnlyList<PlaceSpan> chosen)
    {
        var parts = AddressParts.Empty;
        foreach (var span in chosen)
        {
            var label = span.Text.Units[span.First].Label;
            parts = span.Tag switch
            {
                PlaceTag.Settlement => parts with { Settlement = names.Write(span) },
                PlaceTag.District => parts with { District = names.Write(span) },
                PlaceTag.Street => parts with { Street = names.Write(span) },
                PlaceTag.Crossing => parts with { Crossing = names.Write(span) },
                PlaceTag.House => parts with { House = label },
                PlaceTag.Flat => parts with { Flat = label },
                PlaceTag.Entrance => parts with { Entrance = label },
                PlaceTag.Floor => parts with { Floor = label },
                PlaceTag.RoadKm => parts with { RoadKm = label },
                _ => parts with { Landmark = span.Text.Text[span.Text.StartOf(span.First)..span.Text.EndOf(span.End - 1)] },
            };
        }

        return parts;
    }

    private PlaceSpan? Last(IReadOnlyList<PlaceSpan> spans, PlaceTag tag)
    {
        PlaceSpan? best = null;
        foreach (var span in spans)
        {
            if (span.Tag == tag && (best is null || span.Turn > best.Turn || Corrects(best, span) || span.Sureness > best.Sureness))
            {
                best = span;
            }
        }

        return best;
    }

    private PlaceSpan? Number(IReadOnlyList<PlaceSpan> spans, PlaceTag tag, PlaceSpan? anchor)
    {
        PlaceSpan? best = null;
        foreach (var span in spans)
        {
            if (span.Tag == tag && span.Text.Units[span.First].IsNumber && (best is null || span.Turn > best.Turn || Corrects(best, span) || Nearer(span, best, anchor)))
            {
                best = span;
            }
        }

        return best;
    }

    private static bool Nearer(PlaceSpan span, PlaceSpan best, PlaceSpan? anchor) =>
        anchor is not null && span.Turn == anchor.Turn && best.Turn == anchor.Turn && best.First < anchor.First && span.First > anchor.First;

    private bool Corrects(PlaceSpan before, PlaceSpan after)
    {
        if (before.Turn != after.Turn)
        {
            return false;
        }

        // "не сорок, а сорок два"
        if (before.First > 0 && before.First < after.First && before.Text.Units[before.First - 1].Plain is "не")
        {
            return true;
        }

        for (var i = before.End; i < after.First; i++)
        {
            if ((classes.Of(after.Text.Units[i].Plain) & _correction) != 0)
            {
                return true;
            }
        }

        return false;
    }
}

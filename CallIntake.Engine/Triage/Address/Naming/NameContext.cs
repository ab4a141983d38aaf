using CallIntake.Engine.Triage.Address.Tagging;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address.Naming;

/// <summary>What the words around a name say of it: its language, the preposition that rules it, the type word beside it. Immutable.</summary>
internal sealed class NameContext(WordClasses classes, Gazetteer gazetteer)
{
    private readonly ulong _microdistrict = classes.Bit("mkr");
    private readonly ulong _street = classes.Bit("street") | classes.Bit("avenue");
    private readonly ulong _preposition = classes.Bit("prep_ru");
    private readonly ulong _and = classes.Bit("and");
    private readonly ulong _road = classes.Bit("road") | classes.Bit("roadword");

    /// <summary>Whether a unit joins two names: и, мен.</summary>
    public bool IsAnd(PlaceText text, int unit) => (ClassesOf(text, unit) & _and) != 0;

    /// <summary>Whether the name was said in Kazakh.</summary>
    public bool IsKazakh(PlaceSpan span)
    {
        var text = span.Text;
        for (var i = span.First; i < span.End; i++)
        {
            if (text.Tokens[text.Units[i].First].Text.Any(PlainText.IsKazakhOnly))
            {
                return true;
            }
        }

        return Preposition(span) is null && (text.Kazakhness > 0.1 || text.LooksKazakh);
    }

    /// <summary>Whether a type word of street or microdistrict stands behind the name.</summary>
    public bool NextIsType(PlaceSpan span) => span.End < span.Text.Units.Count && (ClassesOf(span.Text, span.End) & (_street | _microdistrict)) != 0;

    /// <summary>Whether two towns are the name of a road.</summary>
    public bool IsRoad(PlaceSpan span)
    {
        if (span.Count == 3 || span.Text.Units[span.First + 1].Gap is SpokenGap.Dash)
        {
            return true;
        }

        if (span.Count == 2 && !(span.End < span.Text.Units.Count && span.Text.Units[span.End].IsNumber)
            && gazetteer.Find(span.Text, span.First, 1) is { } one && gazetteer.Find(span.Text, span.First + 1, 1) is { } two && (one.Kinds & two.Kinds & GazetteerKind.Settlement) != GazetteerKind.None)
        {
            return true;
        }

        for (var i = Math.Max(0, span.First - 2); i < Math.Min(span.Text.Units.Count, span.End + 2); i++)
        {
            if ((ClassesOf(span.Text, i) & _road) != 0 && gazetteer.Find(span.Text, span.First, 1) is { } hit && (hit.Kinds & GazetteerKind.Settlement) != GazetteerKind.None)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The Russian preposition that rules the span, over a type word between; null where none does.</summary>
    public string? Preposition(PlaceSpan span)
    {
        for (var i = span.First - 1; i >= Math.Max(0, span.First - 2); i--)
        {
            var mask = ClassesOf(span.Text, i);
            if ((mask & _preposition) != 0)
            {
                return span.Text.Units[i].Plain;
            }

            if ((mask & (_street | _microdistrict)) == 0)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The type word that belongs to a numbered microdistrict, with a space before it; empty where none was said.</summary>
    public string Quarter(PlaceSpan span)
    {
        var text = span.Text;
        foreach (var i in new[] { span.End, span.First - 1, span.End + 1 })
        {
            if (i < 0 || i >= text.Units.Count || (ClassesOf(text, i) & _microdistrict) == 0)
            {
                continue;
            }

            var plain = text.Units[i].Plain;
            return plain.StartsWith("ыкшам", StringComparison.Ordinal) ? " ықшамаудан"
                : plain.StartsWith("шагын", StringComparison.Ordinal) ? " шағын аудан"
                : plain.StartsWith("квартал", StringComparison.Ordinal) ? " квартал" : " микрорайон";
        }

        return string.Empty;
    }

    private ulong ClassesOf(PlaceText text, int unit) => classes.Of(text.Units[unit].Plain);
}

using System.Globalization;
using CallIntake.Engine.Triage.Address.Tagging;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address.Naming;

/// <summary>
/// Writes a name from the words it was said with: without case endings, as on the sign; the gazetteer puts spelling right where it knows
/// the name. Only words of the caller go in, or a known name that they are a form of. Immutable.
/// </summary>
internal sealed class NameWriter
{
    private static readonly HashSet<string> Small =
        ["би", "хана", "хан", "батыра", "батыр", "ана", "ата", "жолы", "жол", "лет", "сал", "серэ", "серы", "сері", "жырау", "мен", "и", "бен", "посёлок", "поселок", "батырдың", "кожа", "қожа", "акын", "дала", "пруды", "городок"];

    private readonly NameContext _context;
    private readonly KnownNames _known;

    /// <summary>A writer with what it knows.</summary>
    public NameWriter(WordClasses classes, Gazetteer gazetteer)
    {
        _context = new NameContext(classes, gazetteer);
        _known = new KnownNames(gazetteer, _context);
    }

    /// <summary>The name of a street, crossing, settlement or district.</summary>
    public string Write(PlaceSpan span)
    {
        var text = span.Text;
        var words = new List<string>(span.Count);
        for (var i = span.First; i < span.End; i++)
        {
            words.Add(text.Units[i].Label ?? text.Tokens[text.Units[i].First].Text);
        }

        if (span.Count == 1 && text.Units[span.First].IsNumber)
        {
            return words[0] + _context.Quarter(span);
        }

        if (span.Tag is PlaceTag.Street && (span.Count == 2 || (span.Count == 3 && _context.IsAnd(text, span.First + 1))) && _context.IsRoad(span) && _known.Known(span, span.Count) is null)
        {
            return Town(span, span.First) + "-" + Town(span, span.End - 1);
        }

        var count = span.Count;
        while (count > 1 && text.Units[span.First + count - 1].IsNumber)
        {
            count--;
        }

        var name = _known.Known(span, count) ?? _known.Sounding(span, count) ?? Plain(span, words, count);
        return count == span.Count ? name : name + "-" + string.Join('-', words.Skip(count));
    }

    private string Town(PlaceSpan span, int unit)
    {
        var town = span with { Tag = PlaceTag.Settlement, First = unit, Count = 1 };
        return _known.Known(town, 1) ?? Capital(Nominative(town, unit, 1, span.Text.Tokens[span.Text.Units[unit].First].Text), first: true);
    }

    private string Plain(PlaceSpan span, List<string> words, int count)
    {
        var last = count - 1;
        words[last] = Nominative(span, span.First + last, 1, words[last]);
        if (count > 1 && _context.Preposition(span) is { } preposition)
        {
            words[0] = RussianAdjective(words[0], preposition);
        }

        var glue = new System.Text.StringBuilder();
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
            {
                glue.Append(span.Text.Units[span.First + i].Gap is SpokenGap.Hyphen ? '-' : ' ');
            }

            glue.Append(Capital(words[i], i == 0));
        }

        return glue.ToString();
    }

    private static string RussianAdjective(string word, string preposition) =>
        word.EndsWith("ем", StringComparison.Ordinal) ? word[..^2] + "ий" : word.EndsWith("ых", StringComparison.Ordinal) ? word[..^1] + "е" : RussianEndings.Sign(word, preposition);

    private string Nominative(PlaceSpan span, int unit, int count, string word)
    {
        if (_context.IsKazakh(span))
        {
            return _context.NextIsType(span) ? word : word[..^KazakhEndings.Length(span.Text.Units[unit].Plain)];
        }

        return _context.Preposition(span) is { } preposition && count == 1 ? RussianEndings.Sign(word, preposition) : word;
    }

    private static string Capital(string word, bool first) =>
        word.Length == 0 || (!first && Small.Contains(word)) ? word : char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
}

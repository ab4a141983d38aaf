using System.Globalization;
using CallIntake.Engine.Triage.Address.Rules;
using CallIntake.Engine.Triage.Address.Tagging;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address.Naming;

/// <summary>
/// Writes a name from the words it was said with: without case endings, as on the sign; the gazetteer puts spelling right where it knows
/// the name. Only words of the caller go in, or a known name that they are a form of. Immutable.
/// </summary>
internal sealed class NameWriter(WordClasses classes, Gazetteer gazetteer)
{
    private static readonly HashSet<string> Small =
        ["би", "хана", "хан", "батыра", "батыр", "ана", "ата", "жолы", "жол", "лет", "сал", "серэ", "серы", "сері", "жырау", "мен", "и", "бен", "посёлок", "поселок", "батырдың", "кожа", "қожа", "акын", "дала", "пруды", "городок"];

    private readonly ulong _microdistrict = classes.Bit("mkr");
    private readonly ulong _street = classes.Bit("street") | classes.Bit("avenue");
    private readonly ulong _preposition = classes.Bit("prep_ru");
    private readonly ulong _and = classes.Bit("and");
    private readonly ulong _road = classes.Bit("road") | classes.Bit("roadword");

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
            return words[0] + Quarter(span);
        }

        if (span.Tag is PlaceTag.Street && (span.Count == 2 || (span.Count == 3 && (ClassesOf(text, span.First + 1) & _and) != 0)) && IsRoad(span))
        {
            return Town(span, span.First) + "-" + Town(span, span.End - 1);
        }

        var count = span.Count;
        while (count > 1 && text.Units[span.First + count - 1].IsNumber)
        {
            count--;
        }

        var name = Known(span, count) ?? Sounding(span, count) ?? Plain(span, words, count);
        return count == span.Count ? name : name + "-" + string.Join('-', words.Skip(count));
    }

    private string Town(PlaceSpan span, int unit)
    {
        var town = span with { Tag = PlaceTag.Settlement, First = unit, Count = 1 };
        return Known(town, 1) ?? Capital(Nominative(town, unit, 1, span.Text.Tokens[span.Text.Units[unit].First].Text), first: true);
    }

    private string Plain(PlaceSpan span, List<string> words, int count)
    {
        var last = count - 1;
        words[last] = Nominative(span, span.First + last, 1, words[last]);
        if (count > 1 && Preposition(span) is { } preposition)
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

    /// <summary>The name that the words sound like, where it is near enough.</summary>
    private string? Sounding(PlaceSpan span, int count)
    {
        var match = span.Sound.Match;
        if (match is null && span.Text.Kazakhness < 0.1 && span.Sound.Limit > 0 && span.Tag is PlaceTag.Street or PlaceTag.Crossing or PlaceTag.Settlement)
        {
            var said = string.Concat(Enumerable.Range(span.First, count).Select(i => span.Text.Units[i].Label ?? span.Text.Units[i].Plain));
            match = gazetteer.Sounds.Nearest(SoundKey.Of(said), Gazetteer.KindsOf(span.Tag), SoundRules.NameLimit(span.Sound.Limit));
        }

        return match?.Entry.Russian;
    }

    /// <summary>The name as the gazetteer writes it, where the words are a form of it.</summary>
    private string? Known(PlaceSpan span, int count)
    {
        if (gazetteer.Find(span.Text, span.First, count) is not { } hit)
        {
            return null;
        }

        var entries = hit.Entries.Where(entry => (entry.Kind & Gazetteer.KindsOf(span.Tag)) != GazetteerKind.None).ToList();
        var names = entries.SelectMany(entry => entry.OldNames.Append(entry.Kazakh).Append(entry.Russian)).ToList();
        var said = string.Concat(Enumerable.Range(span.First, count).Select(i => span.Text.Units[i].Label ?? span.Text.Units[i].Plain));
        var exact = names.FindAll(name => Joined(name) == said);
        if (exact.Count > 0)
        {
            // Equal but for letters that only Kazakh has: the spelling of the caller's language.
            return IsKazakh(span) ? exact[0] : exact[^1];
        }

        return IsKazakh(span) ? KazakhForm(entries, said) : RussianForm(entries, said, Preposition(span));
    }

    /// <summary>The name that is left when a Kazakh case ending goes.</summary>
    private static string? KazakhForm(List<GazetteerEntry> entries, string said)
    {
        var bare = said[..^KazakhEndings.Length(said)];
        foreach (var entry in entries)
        {
            if (Joined(entry.Kazakh) == bare || Joined(entry.Russian) == bare)
            {
                return Joined(entry.Kazakh) == bare ? entry.Kazakh : entry.Russian;
            }
        }

        return null;
    }

    /// <summary>The name on the sign behind a preposition; "Абай" is no such form of "Абая", "Сайрамской" none of "Сайрам".</summary>
    private static string? RussianForm(List<GazetteerEntry> entries, string said, string? preposition) =>
        preposition is null ? null : entries.Find(entry =>
            said.Length >= Joined(entry.Russian).Length - 1 && Joined(entry.Kazakh) != said && RussianEndings.Fits(said, Joined(entry.Russian)))?.Russian;

    private static string Joined(string name) => string.Concat(PlaceText.Read(name, answer: false).Units.Select(unit => unit.Label ?? unit.Plain));

    private string Nominative(PlaceSpan span, int unit, int count, string word)
    {
        if (IsKazakh(span))
        {
            return NextIsType(span) ? word : word[..^KazakhEndings.Length(span.Text.Units[unit].Plain)];
        }

        return Preposition(span) is { } preposition && count == 1 ? RussianEndings.Sign(word, preposition) : word;
    }

    private bool IsKazakh(PlaceSpan span)
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

    private bool NextIsType(PlaceSpan span) => span.End < span.Text.Units.Count && (ClassesOf(span.Text, span.End) & (_street | _microdistrict)) != 0;

    private bool IsRoad(PlaceSpan span)
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
    private string? Preposition(PlaceSpan span)
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

    private string Quarter(PlaceSpan span)
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

    private static string Capital(string word, bool first) =>
        word.Length == 0 || (!first && Small.Contains(word)) ? word : char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
}

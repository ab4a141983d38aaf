using CallIntake.Engine.Triage.Address.Rules;
using CallIntake.Engine.Triage.Address.Tagging;

namespace CallIntake.Engine.Triage.Address.Naming;

/// <summary>Writes names as the gazetteer does, where the words are a form of one, or sound like one. Immutable.</summary>
internal sealed class KnownNames(Gazetteer gazetteer, NameContext context)
{
    /// <summary>The name that the words sound like, where it is near enough.</summary>
    public string? Sounding(PlaceSpan span, int count)
    {
        var match = span.Sound.Match;
        if (match is null && span.Text.Kazakhness < 0.1 && span.Sound.Limit > 0 && span.Tag is PlaceTag.Street or PlaceTag.Crossing or PlaceTag.Settlement)
        {
            var said = span.Text.Joined(span.First, count);
            match = gazetteer.Sounds.Nearest(SoundKey.Of(said), Gazetteer.KindsOf(span.Tag), SoundRules.NameLimit(span.Sound.Limit));
        }

        return match?.Entry.Russian;
    }

    /// <summary>The name as the gazetteer writes it, where the words are a form of it.</summary>
    public string? Known(PlaceSpan span, int count)
    {
        if (gazetteer.Find(span.Text, span.First, count) is not { } hit)
        {
            return null;
        }

        var entries = hit.Entries.Where(entry => (entry.Kind & Gazetteer.KindsOf(span.Tag)) != GazetteerKind.None).ToList();
        var names = entries.SelectMany(entry => entry.OldNames.Append(entry.Kazakh).Append(entry.Russian)).ToList();
        var said = span.Text.Joined(span.First, count);
        var exact = names.FindAll(name => Joined(name) == said);
        if (exact.Count > 0)
        {
            // Equal but for letters that only Kazakh has: the spelling of the caller's language.
            return exact.Find(name => WordsOf(name) == count) is { } alike && exact.Exists(name => WordsOf(name) != count) ? alike
                : context.IsKazakh(span) ? exact[0] : exact[^1];
        }

        return context.IsKazakh(span) ? KazakhForm(entries, said) : RussianForm(entries, said, context.Preposition(span));
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

    private static int WordsOf(string name) => PlaceText.Read(name, answer: false).Units.Count;

    private static string Joined(string name) => string.Concat(PlaceText.Read(name, answer: false).Units.Select(unit => unit.Written));
}

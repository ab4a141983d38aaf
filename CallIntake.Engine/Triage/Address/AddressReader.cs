using CallIntake.Engine.Triage.Address.Naming;
using CallIntake.Engine.Triage.Address.Rules;
using CallIntake.Engine.Triage.Address.Tagging;

namespace CallIntake.Engine.Triage.Address;

/// <summary>
/// Reads addresses: a tagger finds the words of each part, fixed rules choose among them (the last correction wins) and write names and
/// numbers down. Immutable; thread-safe.
/// </summary>
internal sealed class AddressReader : IAddressReader
{
    // ask_address, and the question after the read-back.
    private const string AddressQuestion = "address";
    private const int LongestTurn = 6000;

    private readonly PlaceTagger _tagger;
    private readonly PlaceAssembler _assembler;
    private readonly PlaceClasses _kinds;

    /// <summary>A reader with what it knows.</summary>
    public AddressReader(PlaceTagger tagger)
    {
        _tagger = tagger;
        _kinds = new PlaceClasses(tagger.Knowledge.Classes);
        _assembler = new PlaceAssembler(new NameWriter(tagger.Knowledge.Classes, tagger.Knowledge.Gazetteer), tagger.Knowledge.Classes);
    }

    /// <inheritdoc/>
    public AddressReading Read(IReadOnlyList<TriageTurn> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        var spans = new List<PlaceSpan>();
        for (var i = 0; i < turns.Count; i++)
        {
            var text = turns[i].Text ?? string.Empty;
            var answer = turns[i].AnswerTo is { } question && question.Contains(AddressQuestion, StringComparison.Ordinal);
            spans.AddRange(PlaceSpans.Of(Tag(text.Length > LongestTurn ? text[..LongestTurn] : text, answer), i));
        }

        var chosen = _assembler.Choose(spans);
        return chosen.Count == 0 ? AddressReading.None : Reading(turns, chosen);
    }

    private PlaceDraft Tag(string text, bool answer)
    {
        var place = _tagger.Tag(PlaceText.Read(text, answer));
        var draft = new PlaceDraft(place, _tagger.Knowledge, _kinds);
        DoubtRules.Apply(draft);
        RoadRules.Apply(draft);
        TypeWordRules.Apply(draft);
        NameRules.Apply(draft);
        HintRules.Apply(draft);
        ShapeRules.Apply(draft);
        AnswerRules.Apply(draft);
        NumberRules.Apply(draft);
        SoundRules.Apply(draft);
        return draft;
    }

    private AddressReading Reading(IReadOnlyList<TriageTurn> turns, IReadOnlyList<PlaceSpan> chosen)
    {
        var parts = _assembler.Parts(chosen);
        var spans = chosen
            .Select(span => new AddressSpan(AddressPartNames.Of(span.Tag), turns[span.Turn].Index, span.Text.StartOf(span.First), span.Text.EndOf(span.End - 1)))
            .OrderBy(span => span.Turn).ThenBy(span => span.Start).ToList();
        return new AddressReading(parts, AddressFormat.Normal(parts, chosen.Any(span => span.Text.Kazakhness > 0.2) ? "kk" : "ru"), chosen.Min(span => span.Sureness), spans);
    }
}

using CallIntake.Engine.Triage;

namespace CallIntake.Tests.Triage.Address;

public sealed class AddressReaderProperties(AddressReaderFixture fixture) : IClassFixture<AddressReaderFixture>
{
    private static readonly string[] Pieces =
    [
        "улица", "Абая", "көшесі", "двенадцать", "а", "дробь", "-", "—", ",", ".", "«", "45/2", "нет", "угол", "мен", "\u202E", "😀", "\0", "'; DROP TABLE",
        "<b>", "жүз", "он", "қиылысы", "километр", "трасса", "\n", "99999999999", "й", "12а", "кв", "/", "жоқ", "Толе", "би", "Алматы",
    ];

    [Fact]
    public void Any_text_gives_a_reading_whose_spans_lie_inside_it()
    {
        var random = new Random(5);
        for (var round = 0; round < 400; round++)
        {
            var text = string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(60)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var reading = fixture.Reader.Read([new TriageTurn(3, text), new TriageTurn(4, text, AnswerTo: "ask_address")]);
            Assert.All(reading.Spans, span => Assert.True(span.Turn is 3 or 4 && span.Start >= 0 && span.Start < span.End && span.End <= text.Length));
            Assert.InRange(reading.Confidence, 0, 1);
        }
    }

    [Fact]
    public void Ten_thousand_words_are_taken_in_stride()
    {
        var text = string.Concat(Enumerable.Repeat("на Абая сорок два угол Толе би нет не сорок ", 1200));
        Assert.NotNull(fixture.Reader.Read([new TriageTurn(0, text)]));
    }

    [Fact]
    public void Half_a_surrogate_and_control_characters_do_no_harm() =>
        Assert.NotNull(fixture.Reader.Read([new TriageTurn(0, "\uD83D Абая \u0001 12\uDE00"), new TriageTurn(1, string.Empty)]));
}

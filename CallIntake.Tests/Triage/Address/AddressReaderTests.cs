using CallIntake.Engine.Triage;
using CallIntake.Engine.Triage.Address;

namespace CallIntake.Tests.Triage.Address;

public sealed class AddressReaderTests(AddressReaderFixture fixture) : IClassFixture<AddressReaderFixture>
{
    [Theory]
    [InlineData("Тише, я одна дома, кто-то дверь ломает, Аксай-3, дом двенадцать, квартира сорок, подъезд второй", "Аксай-3", "12", "40")]
    [InlineData("тут драка во дворе жандосова пятьдесят один быстрее", "Жандосова", "51", null)]
    [InlineData("Муж пьяный, опять бьёт, Иманова девятнадцать, квартира семь", "Иманова", "19", "7")]
    [InlineData("Соседи сверху орут, улица Мынбаева, дом двенадцать а, квартира сорок три", "Мынбаева", "12а", "43")]
    [InlineData("пожар на Гоголя сорок пять дробь два", "Гоголя", "45/2", null)]
    [InlineData("Горим! Жетысу два, дом шестьдесят", "Жетысу-2", "60", null)]
    [InlineData("Иманов көшесі он тоғыз, жетінші пәтер, күйеуім ұрып жатыр", "Иманов", "19", "7")]
    [InlineData("Өрт шықты, Сәтбаев көшесі, жүз он бес", "Сәтбаев", "115", null)]
    [InlineData("Төртінші ықшамаудан, он бірінші үй, есікті сындырып жатыр", "4 ықшамаудан", "11", null)]
    [InlineData("на нас напали, седьмой микрорайон, дом пять", "7 микрорайон", "5", null)]
    [InlineData("Сырқат адам құлады, Бауыржан Момышұлы екі, жетінші пәтер", "Бауыржан Момышұлы", "2", "7")]
    [InlineData("Мужчина упал, Хусейн бен Талал, дом двадцать пять", "Хусейн бен Талал", "25", null)]
    public void Reads_street_house_and_flat(string text, string street, string? house, string? flat)
    {
        var parts = Read(text).Parts;
        Assert.Equal((street, house, flat), (parts.Street, parts.House, parts.Flat));
    }

    [Theory]
    [InlineData("ДТП на пересечении Сейфуллина и Райымбека, две легковые", "Сейфуллина", "Райымбека")]
    [InlineData("Абай мен Розыбакиев қиылысында екі көлік соғысты", "Абай", "Розыбакиев")]
    [InlineData("человека сбили, угол Сатпаева и Байзакова", "Сатпаева", "Байзакова")]
    public void Reads_a_crossing(string text, string street, string crossing)
    {
        var parts = Read(text).Parts;
        Assert.Equal((street, crossing), (parts.Street, parts.Crossing));
    }

    [Theory]
    [InlineData("Угнали машину, Кулманова сто три, нет, сто пять", "105")]
    [InlineData("Абая сорок, ой, сорок два, приезжайте", "42")]
    [InlineData("Сатпаев отыз, жоқ, отыз екі, тез келіңіздер", "32")]
    public void The_last_correction_wins(string text, string house) => Assert.Equal(house, Read(text).Parts.House);

    [Theory]
    [InlineData("Перевела мошенникам восемьсот тысяч, позвонили в двенадцать часов")]
    [InlineData("Позвоните мне на восемь семьсот один сто двадцать три сорок пять шестьдесят семь")]
    [InlineData("Меня ограбили двое лет двадцати пяти минут десять назад")]
    [InlineData("Передо мной едет пьяный на белой Камри, номер двести пять, тринадцатый регион")]
    [InlineData("Подскажите, где штрафы посмотреть и как участкового найти")]
    [InlineData("Ой, я маме звонил, извините, не туда попал")]
    [InlineData("Маған жүз мың теңге жібер деп алдап кетті")]
    [InlineData("Айыппұлымды қайдан тексерем?")]
    [InlineData("")]
    [InlineData("...")]
    public void Invents_no_street_and_no_house(string text)
    {
        var parts = Read(text).Parts;
        Assert.Equal((null, null), (parts.Street, parts.House));
    }

    [Fact]
    public void A_bare_answer_to_the_question_is_an_address()
    {
        var reading = fixture.Reader.Read([new(0, "Меня бьёт муж"), new(1, "Сатпаева девяносто", AnswerTo: "ask_address")]);
        Assert.Equal(("Сатпаева", "90"), (reading.Parts.Street, reading.Parts.House));
        Assert.Equal("улица Сатпаева, 90", reading.Normal);
    }

    [Fact]
    public void A_bare_number_completes_the_street()
    {
        var reading = fixture.Reader.Read([new(0, "Пожар на Сатпаева!"), new(1, "тринадцать", AnswerTo: "ask_address")]);
        Assert.Equal(("Сатпаева", "13"), (reading.Parts.Street, reading.Parts.House));
    }

    [Fact]
    public void An_answer_that_only_adds_a_flat_keeps_the_rest()
    {
        var reading = fixture.Reader.Read([new(0, "Драка, Гоголя сорок"), new(1, "квартира семь", AnswerTo: "ask_address")]);
        Assert.Equal(("Гоголя", "40", "7"), (reading.Parts.Street, reading.Parts.House, reading.Parts.Flat));
    }

    [Fact]
    public void A_correction_in_a_later_turn_wins()
    {
        var reading = fixture.Reader.Read([new(0, "Драка, Гоголя сорок"), new(1, "нет, не сорок, а сорок два", AnswerTo: "confirm_address_after")]);
        Assert.Equal(("Гоголя", "42"), (reading.Parts.Street, reading.Parts.House));
    }

    [Fact]
    public void A_road_has_its_kilometre()
    {
        var parts = Read("Трасса Атырау — Астрахань, тридцать четвёртый километр, легковая под фурой").Parts;
        Assert.Equal(("Атырау-Астрахань", "34", null), (parts.Street, parts.RoadKm, parts.House));
    }

    [Fact]
    public void Spans_are_the_words_themselves()
    {
        const string Text = "Горим, Алматы, улица Сатпаева, девяносто, квартира семь";
        var reading = Read(Text);
        Assert.Contains(reading.Spans, span => span.Part == "street" && Text[span.Start..span.End] == "Сатпаева");
        Assert.Contains(reading.Spans, span => span.Part == "house" && Text[span.Start..span.End] == "девяносто");
        Assert.True(reading.Confidence is > 0 and <= 1);
    }

    private AddressReading Read(string text) => fixture.Reader.Read([new TriageTurn(0, text)]);
}

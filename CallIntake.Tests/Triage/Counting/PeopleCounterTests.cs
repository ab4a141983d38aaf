using CallIntake.Engine.Hosting;
using CallIntake.Engine.Triage;
using CallIntake.Engine.Triage.Address;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Tests.Triage.Counting;

public sealed class PeopleCounterTests
{
    private readonly PeopleCounter _counter = new(AddressFiles.LoadPeople(ContentPaths.Find(AppContext.BaseDirectory)));

    [Theory]
    [InlineData("Муж меня бьёт, дети рядом плачут", 2)]
    [InlineData("двое отобрали у меня сумку и убежали", 3)]
    [InlineData("Күйеуім ұрып жатыр, тез келіңіздер", 2)]
    [InlineData("украли телефон на рынке, кто не видел", 1)]
    [InlineData("мама не дышит, губы синие", 1)]
    public void Counts_those_who_take_part(string text, int people) => Assert.Equal(people, Count(text).People);

    [Theory]
    [InlineData("Подскажите, где штрафы посмотреть")]
    [InlineData("Айыппұлымды қайдан тексерем?")]
    [InlineData("Ой, я маме звонил, извините, не туда попал")]
    [InlineData("Соседи второй час музыку включают, спать невозможно")]
    [InlineData("")]
    public void Leaves_open_what_cannot_be_counted(string text) => Assert.Null(Count(text).People);

    [Fact]
    public void Any_text_gives_a_confidence_between_0_and_1() =>
        Assert.All(["\0", "😀 двое", new string('а', 9000), "екеу екеу екеу жүз мың адам"], text => Assert.InRange(Count(text).Confidence, 0, 1));

    [Theory]
    [InlineData("человек восемь бутылки бьют", 8)]
    [InlineData("үш жігіт төбелесіп жатыр", 3)]
    [InlineData("их пятеро", 5)]
    [InlineData("екеуі ұрып жатыр", 2)]
    [InlineData("восемь тысяч тенге, пять минут назад", 0)]
    public void Hears_the_numbers_of_people(string text, int largest) => Assert.Equal(largest, SaidPeopleReader.Read(SpokenTokenizer.Read(text)).Largest);

    private PeopleReading Count(string text) => _counter.Count([new TriageTurn(0, text)]);
}

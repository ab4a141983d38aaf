using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Tests.Triage.Counting;

public sealed class NumeralReaderTests
{
    [Theory]
    [InlineData("двадцать пять", 25, 2)]
    [InlineData("сто пятнадцать", 115, 2)]
    [InlineData("двести сорок первый", 241, 3)]
    [InlineData("двенадцатого", 12, 1)]
    [InlineData("третьего", 3, 1)]
    [InlineData("тридцатьпять", 35, 1)]
    [InlineData("шестьдесят семь", 67, 2)]
    [InlineData("тысяча двести", 1200, 2)]
    [InlineData("жүз он бес", 115, 3)]
    [InlineData("екі жүз төрт", 204, 3)]
    [InlineData("екижуз торт", 204, 2)]
    [InlineData("он екінші", 12, 2)]
    [InlineData("онбир", 11, 1)]
    [InlineData("жиырма бірінші", 21, 2)]
    [InlineData("қырыққа", 40, 1)]
    [InlineData("үште", 3, 1)]
    [InlineData("115", 115, 1)]
    [InlineData("12а", 12, 1)]
    public void Reads_a_number(string text, int value, int length)
    {
        var number = NumeralReader.Read(SpokenTokenizer.Read(text), 0);
        Assert.NotNull(number);
        Assert.Equal((value, length), (number.Value.Value, number.Value.Length));
    }

    [Theory]
    [InlineData("двадцать семь тридцать два", 27)]
    [InlineData("два шестьдесят", 2)]
    [InlineData("два девятнадцать", 2)]
    [InlineData("второй сорок", 2)]
    [InlineData("десять пять", 10)]
    [InlineData("два бес", 2)]
    [InlineData("сорок, пять", 40)]
    public void Stops_where_the_next_word_does_not_belong_to_the_number(string text, int value) =>
        Assert.Equal(value, NumeralReader.Read(SpokenTokenizer.Read(text), 0)!.Value.Value);

    [Theory]
    [InlineData("столик")]
    [InlineData("алтын")]
    [InlineData("полиция")]
    [InlineData("мына")]
    [InlineData("77012345678")]
    public void Finds_no_number_in_other_words(string text) => Assert.Null(NumeralReader.Read(SpokenTokenizer.Read(text), 0));
}

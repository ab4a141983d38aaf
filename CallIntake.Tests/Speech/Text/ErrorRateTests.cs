using CallIntake.Engine.Speech.Text;

namespace CallIntake.Tests.Speech.Text;

public sealed class ErrorRateTests
{
    [Theory]
    [InlineData("Всё горит, помогите!", "все горит помогите", 0, 3)]
    [InlineData("улица Абая дом пять", "улица абая пять", 1, 4)]
    [InlineData("раз два", "раз да три", 2, 2)]
    [InlineData("раз", "", 1, 1)]
    [InlineData("", "раз", 1, 0)]
    public void Wrong_missing_and_surplus_words_count(string reference, string heard, int errors, int words)
    {
        Assert.Equal(new ErrorRate(errors, words), ErrorRate.OfWords(reference, heard));
    }

    [Fact]
    public void Letters_count_too_and_rates_add_up()
    {
        var rate = ErrorRate.OfLetters("дом", "том") + ErrorRate.OfLetters("кот", "кот");

        Assert.Equal(new ErrorRate(1, 6), rate);
        Assert.Equal(16.7, rate.Percent, 0.05);
    }
}

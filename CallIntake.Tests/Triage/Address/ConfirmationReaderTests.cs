using CallIntake.Engine.Triage.Address;

namespace CallIntake.Tests.Triage.Address;

public sealed class ConfirmationReaderTests
{
    [Theory]
    [InlineData("да")]
    [InlineData("Да, верно.")]
    [InlineData("ага")]
    [InlineData("да да быстрее")]
    [InlineData("все правильно")]
    [InlineData("да, приезжайте, не тяните")]
    [InlineData("один")]
    [InlineData("иә")]
    [InlineData("Иә, дұрыс.")]
    [InlineData("дұрыс")]
    [InlineData("дурыс")]
    [InlineData("иа дурыс айтасыз")]
    [InlineData("дәл солай")]
    public void Hears_a_yes(string text) => Assert.Equal(ConfirmationAnswer.Yes, ConfirmationReader.Read(text));

    [Theory]
    [InlineData("нет")]
    [InlineData("нет, не тот дом")]
    [InlineData("да нет")]
    [InlineData("неправильно")]
    [InlineData("не сорок, а сорок два")]
    [InlineData("да, только не сорок, а сорок два")]
    [InlineData("два")]
    [InlineData("жоқ")]
    [InlineData("жок баска уй")]
    [InlineData("дұрыс емес")]
    [InlineData("қате")]
    public void Hears_a_no(string text) => Assert.Equal(ConfirmationAnswer.No, ConfirmationReader.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("алло")]
    [InlineData("не знаю")]
    [InlineData("да не знаю я")]
    [InlineData("я не расслышал")]
    [InlineData("Сатпаева девяносто")]
    [InlineData("тез келіңіздерші")]
    public void Does_not_guess(string text) => Assert.Equal(ConfirmationAnswer.Unclear, ConfirmationReader.Read(text));
}

using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Whisper;

namespace CallIntake.Tests.Speech.Recognition;

public sealed class WhisperLanguageTests
{
    private const string Garbled = "Кошелие мусорка, Таттат, Голио, Пога, Малаля, Голио";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Russian_words_are_Russian(bool expected)
    {
        var heard = Decide("Соседи сверху музыку включили, спать невозможно.", 0.8, null, expected: expected);

        Assert.Equal("ru", heard.Language);
        Assert.InRange(heard.LanguageProbability, 0.8, 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Syllables_that_are_no_words_are_taken_for_Kazakh_even_in_a_call_that_was_Russian(bool expected)
    {
        var heard = Decide(Garbled, 0.3, null, expected: expected);

        Assert.Equal(("kk", Garbled), (heard.Language, heard.Text));
        Assert.InRange(heard.LanguageProbability, 0.5, 1);
    }

    [Fact]
    public void A_surer_decode_in_Kazakh_that_looks_it_is_taken()
    {
        var heard = Decide(Garbled, 0.3, "Көршілер музыканы қатты қойып отыр", 0.6);

        Assert.Equal(("kk", "Көршілер музыканы қатты қойып отыр"), (heard.Language, heard.Text));
        Assert.InRange(heard.LanguageProbability, 0.5, 0.95);
    }

    [Theory]
    [InlineData("ла ла ла", 0.9)]
    [InlineData("Көршілер музыканы қатты қойып отыр", 0.2)]
    public void One_that_is_less_sure_or_no_Kazakh_is_not(string asKazakh, double confidence)
    {
        Assert.Equal(Garbled, Decide(Garbled, 0.3, asKazakh, confidence).Text);
    }

    [Fact]
    public void What_the_call_was_in_tips_the_balance_and_no_more()
    {
        Assert.Equal("ru", Decide("Сатпаева", 0.6, null, expected: true).Language);
        Assert.NotEqual("ru", Decide("Сатпаева", 0.55, null, expected: false).Language);
        Assert.Empty(Decide(string.Empty, 0, null).Text);
    }

    private static SpeechRecognition Decide(string asRussian, double confidence, string? asKazakh, double kazakhConfidence = 0, bool expected = false) => WhisperLanguage.Decide(
        new SpeechRecognition(asRussian, "ru", 0, confidence, [], "x"),
        asKazakh is null ? null : new SpeechRecognition(asKazakh, "kk", 0, kazakhConfidence, [], "x"),
        expected,
        0.5);
}

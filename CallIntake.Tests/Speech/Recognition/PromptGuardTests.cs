using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Whisper;

namespace CallIntake.Tests.Speech.Recognition;

public sealed class PromptGuardTests
{
    private static readonly HashSet<string> Suggested = ["Абая", "Сейфуллина", "Райымбека", "Мынбаева", "Иманова", "Толе", "двенадцать", "тридцать"];

    [Theory]
    [InlineData("Имонова девятнадцать", "Иманова девятнадцать", "Иманова девятнадцать")]
    [InlineData("говорит убью Им она в 19-х квартира семь", "говорит убью Иманова 19 квартира семь", "говорит убью Иманова 19 квартира семь")]
    [InlineData("Улица мы на боева сто", "Улица Мынбаева сто", "Улица Мынбаева сто")]
    [InlineData("Толеби сорок", "Толе би сорок", "Толе би сорок")]
    [InlineData("Дом десять квартира семь", "Дом десять квартира Сейфуллина", "Дом десять квартира семь")]
    [InlineData("Дом десять квартира семь", "Дом десять квартира сейфуллин", "Дом десять квартира семь")]
    [InlineData("он меня бьет", "он меня Абая", "он меня бьет")]
    [InlineData("на сейфовленной рмбк", "на Сейфуллина Райымбека", "на Сейфуллина Райымбека")]
    [InlineData("дом двадцать", "дом тридцать", "дом двадцать")]
    [InlineData("дом семь", "дом двенадцать", "дом семь")]
    [InlineData("на Абая двадцать", "на Абая сорок", "на Абая двадцать")]
    [InlineData("на Абая сто пятнадцать", "на Абая 115", "на Абая 115")]
    [InlineData("на Абая двадцать", "на Абая 40", "на Абая двадцать")]
    [InlineData("на Абая девятнатцать", "на Абая 19", "на Абая 19")]
    [InlineData("квартира семь", "квартира семь 12", "квартира семь")]
    [InlineData("он живёт далеко", "он живёт Навои", "он живёт далеко")]
    [InlineData("на джандосава", "на Жандосова", "на Жандосова")]
    [InlineData("дети плачит", "дети плачут", "дети плачут")]
    public void A_word_of_the_prompt_needs_the_sound_of_the_decode_without_it(string plain, string prompted, string expected)
    {
        Assert.Equal(expected, PromptGuard.Check(Spoken(plain), Spoken(prompted), Suggested).Text);
    }

    [Fact]
    public void What_was_heard_elsewhere_bears_nothing_out()
    {
        var plain = Spoken("имонова потом ещё долго говорил про музыку");
        var prompted = Spoken("он живёт потом ещё долго говорил Иманова");

        Assert.Equal("он живёт потом ещё долго говорил про музыку", PromptGuard.Check(plain, prompted, Suggested).Text);
    }

    /// <summary>Times that a search with a beam gives are not to be relied on; here there are none at all.</summary>
    private static SpeechRecognition Spoken(string text) =>
        new(text, "ru", 1, 0.9, [.. text.Split(' ').Select(word => new RecognizedWord(word, 0, 0, 0.9))], "test");
}

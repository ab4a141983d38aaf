using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Text;

namespace CallIntake.Tests.Speech.Text;

public sealed class PhantomPhrasesTests
{
    [Theory]
    [InlineData("Субтитры сделал DimaTorzok")]
    [InlineData("Редактор субтитров А.Семкин Корректор А.Егорова")]
    [InlineData("Продолжение следует...")]
    [InlineData("ПРОДОЛЖЕНИЕ СЛЕДУЕТ")]
    [InlineData("Спасибо за просмотр!")]
    [InlineData("[музыка]")]
    [InlineData("*стук*  ♪")]
    [InlineData("Жалғасы бар.")]
    [InlineData("Thank you for watching.")]
    [InlineData("Динамичная музыка")]
    public void Phrases_born_from_noise_never_pass(string text)
    {
        Assert.Equal((string.Empty, true), PhantomPhrases.Default.Remove(text));
    }

    [Theory]
    [InlineData("Помогите, спасибо за просмотр", "Помогите")]
    [InlineData("помогите спасибо за просмотр", "помогите")]
    [InlineData("Тут дерутся продолжение следует Продолжение следует...", "Тут дерутся")]
    [InlineData("Продолжение следует Продолжение следует", "")]
    [InlineData("спасибо за внимание спасибо за просмотр", "")]
    [InlineData("помогите субтитры сделал DimaTorzok", "помогите")]
    [InlineData("мен осындамын жалғасы бар", "мен осындамын")]
    public void Phantoms_are_found_where_no_full_stop_divides_them(string text, string left)
    {
        Assert.Equal((left, true), PhantomPhrases.Default.Remove(text));
    }

    [Theory]
    [InlineData("Помогите, спасибо")]
    [InlineData("у соседей играет громкая музыка")]
    [InlineData("он ждал до новых встреч не будет")]
    [InlineData("Спасибо.")]
    [InlineData("Соседи сверху музыку включили, спать невозможно.")]
    [InlineData("Играет музыка, громко.")]
    [InlineData("Монтажники сверлят ночью.")]
    [InlineData("У меня украли телефон. Спасибо за помощь.")]
    [InlineData("Көршілер музыканы қатты қойып отыр.")]
    public void What_callers_say_passes_unchanged(string text)
    {
        Assert.Equal((text, false), PhantomPhrases.Default.Remove(text));
    }

    [Fact]
    public void Only_the_invented_sentence_is_taken_out_and_its_words_go_with_it()
    {
        var words = new[] { "Тут", "дерутся.", "Продолжение", "следует…" }.Select((w, i) => new RecognizedWord(w, i, i + 1, 0.9)).ToArray();

        var checkedText = InventionGuard.Check(new SpeechRecognition("Тут дерутся. Продолжение следует…", "ru", 1, 0.9, words, "x"));

        Assert.Equal("Тут дерутся.", checkedText.Text);
        Assert.Equal(["Тут", "дерутся."], checkedText.Words.Select(word => word.Text));
        Assert.InRange(checkedText.Confidence, 0.1, 0.5);
    }

    [Fact]
    public void A_loop_leaves_a_text_nobody_trusts()
    {
        var text = "Помогите " + string.Concat(Enumerable.Repeat("вон, ", 40));

        Assert.Equal(InventionGuard.LoopConfidence, InventionGuard.Check(new SpeechRecognition(text, "ru", 1, 0.95, [], "x")).Confidence);
    }

    [Theory]
    [InlineData("Аааааааааааааааааааа", "")]
    [InlineData("А-а-а-а-а-а-а-а", "")]
    [InlineData("А-а-а", "А-а-а")]
    [InlineData("А-а-а-а, помогите!", "А-а-а-а, помогите!")]
    [InlineData("Ұ-ұ-ұ-ұ-ұ", "")]
    [InlineData("1111", "1111")]
    public void One_letter_over_and_over_is_no_word(string text, string left)
    {
        Assert.Equal(left, InventionGuard.Check(new SpeechRecognition(text, "ru", 1, 0.95, [], "x")).Text);
    }
}

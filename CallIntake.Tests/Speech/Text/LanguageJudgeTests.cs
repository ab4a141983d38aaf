using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Text;

namespace CallIntake.Tests.Speech.Text;

public sealed class LanguageJudgeTests
{
    [Theory]
    [InlineData("Муж пьяный, опять бьёт, дети плачут. Я в ванной закрылась.", "ru")]
    [InlineData("Авария на пересечении Сейфуллина и Райымбека, две легковые машины.", "ru")]
    [InlineData("Он дверь ломает, бес попутал.", "ru")]
    [InlineData("Белая Toyota Camry стоит во дворе.", "ru")]
    [InlineData("Мен Қабанбай көшесінде тұрмын, көршілер ұрысып жатыр.", "kk")]
    [InlineData("Күйеуім мас, ұрып жатыр, балалар жылап жатыр.", "kk")]
    [InlineData("мен осында турмын балалар жылап жатыр", "kk")]
    [InlineData("Тут атыс болып жатыр, реально стреляют, мен машинада отырмын, шығуға қорқам.", "mixed")]
    [InlineData("Дерутся на улице Қабанбай батыра, дом двадцать.", "ru")]
    [InlineData("Help me please, somebody is at the door.", null)]
    [InlineData("К", null)]
    [InlineData("", null)]
    [InlineData("1 2 3", null)]
    public void Words_tell_the_language(string text, string? language)
    {
        Assert.Equal(language, LanguageJudge.ByLetters(text));
    }

    [Theory]
    [InlineData("Да.", 0.52)]
    [InlineData("Да, верно.", 0.68)]
    [InlineData("Улица Менваева, 115, квартира 33.", 0.46)]
    [InlineData("Микарайон, Саномва, дом 33, квартира 12.", 0.64)]
    [InlineData("соединяю с оператором.", 0.88)]
    [InlineData("Сатпаева девяносто", 0.6)]
    [InlineData("Белая Toyota Camry", 0.8)]
    public void Russian_is_taken_for_Russian(string text, double confidence)
    {
        var (language, probability) = LanguageJudge.JudgeRussian(text, confidence, expected: false);

        Assert.Equal("ru", language);
        Assert.InRange(probability, LanguageJudge.Doubtful, 0.99);
    }

    /// <summary>What recognisers of Russian write for Kazakh, Chinese and English.</summary>
    [Theory]
    [InlineData("Кошелие мусорка, Таттат, Голио, Пога, Малаля, Голио, Тааа, Маля, Маля, Кошелие, Жубомбия.", 0.1, "kk")]
    [InlineData("Судахом, и он не армел, дым, шуфелклон, и лалрат, и лидеть, армелктоман, и уме, вакет, и на армат.", 0.36, "kk")]
    [InlineData("Бекенчары, Айгыров, Кофе, Уй, Папер, Бекенчары, Назарба, Бекенчары, петель, Мекенча и Драйденнен", 0.54, "kk")]
    [InlineData("Дурасбурт-Аргария, Венен, Леми, Себир, Барканин. Дурасбурт-Аргария, Кинебарканин.", 0.52, "kk")]
    [InlineData("коршилер музыканы катты койып отыр балалар уйыктай алмай жатыр", 0.9, "kk")]
    [InlineData("Help me please, somebody is at the door.", 0.9, null)]
    [InlineData("请不吝点赞 订阅", 0.9, null)]
    [InlineData("қ���а the 字", 0.9, null)]
    public void What_is_no_Russian_is_not_taken_for_it(string text, double confidence, string? language)
    {
        Assert.Equal(language, LanguageJudge.JudgeRussian(text, confidence, expected: true).Language);
        Assert.InRange(LanguageJudge.Russian(text, confidence, expected: true), 0, LanguageJudge.Doubtful - 0.001);
    }

    [Theory]
    [InlineData("К", 7.8, false)]
    [InlineData("Да.", 6, false)]
    [InlineData("нет", 4, false)]
    [InlineData("Да.", 0.6, true)]
    [InlineData("Да, верно.", 1.3, true)]
    [InlineData("Улица Абая дом 5", 6, true)]
    public void A_letter_or_a_word_from_seconds_of_speech_is_no_evidence(string text, double seconds, bool isEnough)
    {
        var weighed = LanguageJudge.Weigh(new SpeechRecognition(text, "ru", 0.95, 0.9, [], "x"), seconds);

        Assert.Equal((isEnough ? "ru" : null, isEnough), (weighed.Language, weighed.LanguageProbability >= LanguageJudge.Doubtful));
    }
}

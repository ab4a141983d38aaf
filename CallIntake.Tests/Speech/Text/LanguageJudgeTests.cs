using CallIntake.Engine.Speech.Text;

namespace CallIntake.Tests.Speech.Text;

public sealed class LanguageJudgeTests
{
    [Theory]
    [InlineData("Муж пьяный, опять бьёт, дети плачут. Я в ванной закрылась.", "ru")]
    [InlineData("Авария на пересечении Сейфуллина и Райымбека, две легковые машины.", "ru")]
    [InlineData("Мен Қабанбай көшесінде тұрмын, көршілер ұрысып жатыр.", "kk")]
    [InlineData("Күйеуім мас, ұрып жатыр, балалар жылап жатыр.", "kk")]
    [InlineData("Тут атыс болып жатыр, реально стреляют, мен машинада отырмын, шығуға қорқам.", "mixed")]
    [InlineData("Дерутся на улице Қабанбай батыра, дом двадцать.", "ru")]
    [InlineData("", null)]
    [InlineData("1 2 3", null)]
    public void Words_tell_the_language(string text, string? language)
    {
        Assert.Equal(language, LanguageJudge.ByLetters(text));
    }
}

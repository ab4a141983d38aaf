using System.Text.Json;
using CallIntake.Engine.Triage;

namespace CallIntake.Tests.Triage;

public sealed class EmbeddedTriageTests
{
    [Theory]
    [InlineData("Муж пьяный, опять бьёт, дети плачут, я в ванной закрылась, Иманова девятнадцать, квартира семь")]
    [InlineData("Күйеуім мас, ұрып жатыр, балалар жылап жатыр, ваннаға тығылып алдым, Иманов көшесі он тоғыз")]
    [InlineData("Стреляют! Выстрелы, штук пять, у бара на Кабанбай батыра, один лежит")]
    [InlineData("Көшеде бір кісі құлап қалды, дем алмай жатыр, есі жоқ")]
    [InlineData("Девушка, күйеуім опять ішіп келді, мені ұрып жатыр, пожалуйста тезірек келіңіздерші")]
    [InlineData("Он её не выпускает, нож у горла, магазин на Гоголя")]
    public void Danger_to_life_is_critical_and_goes_to_a_human(string text)
    {
        var record = TriageFixture.Assess(text);
        Assert.Equal(Urgency.Critical, record.Urgency);
        Assert.True(record.CurrentDanger);
        Assert.True(record.NeedsHuman);
        Assert.Contains(HumanReasons.Critical, record.NeedsHumanReasons);
        Assert.NotEmpty(record.Signals);
    }

    [Theory]
    [InlineData("Второй час ночи, соседи сверху музыку орут, Мынбаева сто пятнадцать")]
    [InlineData("Атыс емес, той болып жатыр, отшашу атып жатыр, бала ұйықтай алмайды")]
    [InlineData("Нет, никто не стреляет, это салют, просто громко очень, примите меры")]
    [InlineData("Подскажите, где штрафы посмотреть и как участкового найти")]
    public void What_only_sounds_dangerous_is_not_critical(string text) => Assert.True(TriageFixture.Assess(text).Urgency < Urgency.Critical);

    [Fact]
    public void Signals_stand_exactly_where_the_words_were_said()
    {
        TriageTurn[] turns = [new(0, "Алло, полиция?"), new(1, "…  Он её бьёт!  У него нож в руке")];
        var record = TriageFixture.Assess(turns);
        Assert.NotEmpty(record.Signals);
        Assert.All(record.Signals, signal => Assert.Equal(signal.Text, turns[signal.Turn].Text[signal.Start..signal.End]));
        Assert.Contains(record.Signals, signal => signal is { Kind: "violence_now", Text: "бьёт", Turn: 1 });
    }

    [Fact]
    public void The_same_words_give_the_same_record()
    {
        const string Text = "Драка у кафе на Толе би, человек шесть, одного ногами бьют, он уже не встаёт";
        Assert.Equal(TriageJson.Serialize(TriageFixture.Assess(Text)), TriageJson.Serialize(TriageFixture.Assess(Text)));
    }

    [Fact]
    public void The_record_has_exactly_the_promised_shape()
    {
        using var json = JsonDocument.Parse(TriageJson.Serialize(TriageFixture.Assess("Человека сбили на зебре, без сознания, кровь")));
        string[] names =
        [
            "urgency", "category", "address", "current_danger", "people_involved", "weapons", "recommended_department", "summary", "also_notify",
            "language", "address_parts", "address_confirmed", "confidence", "signals", "needs_human", "needs_human_reasons", "sources",
        ];
        Assert.Equal(names, json.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["urgency", "category", "address", "transcript"], json.RootElement.GetProperty("confidence").EnumerateObject().Select(property => property.Name));
        Assert.Equal(["rules", "classifier", "model", "prompt"], json.RootElement.GetProperty("sources").EnumerateObject().Select(property => property.Name));
        Assert.Equal("critical", json.RootElement.GetProperty("urgency").GetString());
    }

    [Fact]
    public void Nothing_said_is_a_silent_call_for_a_human()
    {
        var record = TriageFixture.Assess(" … ");
        Assert.Equal(Categories.SilentCall, record.Category);
        Assert.Equal(Urgency.High, record.Urgency);
        Assert.Contains(HumanReasons.Silent, record.NeedsHumanReasons);
    }

    [Theory]
    [InlineData("Здравствуйте, у меня украли велосипед из подъезда", "ru")]
    [InlineData("Көршім түнде музыканы қатты қойып отыр, балалар ұйықтай алмай жатыр", "kk")]
    [InlineData("корши тунде музыканы катты койып отыр балалар уйыктай алмай жатыр", "kk")]
    [InlineData("Соседтер музыканы қатты қойып қойған, уже түнгі екі, завтра жұмысқа тұру керек", "mixed")]
    public void Language_is_told_by_the_text(string text, string language) => Assert.Equal(language, TriageFixture.Assess(text).Language);

    [Fact]
    public void The_recognisers_languages_add_up_over_the_turns() =>
        Assert.Equal("mixed", TriageFixture.Assess(new TriageTurn(0, "музыка орёт", "ru"), new TriageTurn(1, "тезірек келіңіз", "kk")).Language);

    [Fact]
    public void The_summary_is_made_of_the_callers_own_words()
    {
        const string Text = "Алло, здравствуйте. Меня зовут Анна. Муж бьёт меня ремнём прямо сейчас. Погода хорошая.";
        var summary = TriageFixture.Assess(Text).Summary;
        Assert.Contains("Муж бьёт меня ремнём прямо сейчас", summary, StringComparison.Ordinal);
        Assert.All(summary.Split(". "), sentence => Assert.Contains(sentence.TrimEnd('.'), Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Sources_name_the_rules() => Assert.StartsWith("rules-1:", TriageFixture.Assess("музыка").Sources.Rules, StringComparison.Ordinal);
}

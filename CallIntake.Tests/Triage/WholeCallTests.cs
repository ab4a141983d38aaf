using CallIntake.Engine.Triage;

namespace CallIntake.Tests.Triage;

/// <summary>Turns add up.</summary>
public sealed class WholeCallTests
{
    [Theory]
    [InlineData("да")]
    [InlineData("Иә, осында")]
    [InlineData("да, ещё здесь")]
    public void Yes_to_the_question_of_danger_raises_to_high(string answer)
    {
        var record = TriageFixture.Assess(new TriageTurn(0, "Сосед кричит под дверью"), new TriageTurn(1, answer, AnswerTo: "ask_danger"));
        Assert.True(record.Urgency >= Urgency.High);
        Assert.True(record.CurrentDanger);
        Assert.Contains(record.Signals, signal => signal.Kind == "danger_confirmed" && signal.Turn == 1);
    }

    [Theory]
    [InlineData("бар")]
    [InlineData("есть")]
    public void Yes_to_weapons_or_injured_raises_to_high_but_invents_no_weapon(string answer)
    {
        var record = TriageFixture.Assess(new TriageTurn(0, "Во дворе шумит компания"), new TriageTurn(1, answer, AnswerTo: "ask_weapon_injured"));
        Assert.True(record.Urgency >= Urgency.High);
        Assert.False(record.Weapons);
    }

    [Theory]
    [InlineData("нет")]
    [InlineData("жоқ")]
    public void No_to_the_question_of_danger_does_not_lower_what_was_said(string answer)
    {
        var record = TriageFixture.Assess(new TriageTurn(0, "Он её бьёт ногами, она не встаёт"), new TriageTurn(1, answer, AnswerTo: "ask_danger"));
        Assert.Equal(Urgency.Critical, record.Urgency);
        Assert.True(record.CurrentDanger);
    }

    [Theory]
    [InlineData("Муж бьёт меня, помогите", "Всё нормально, я ошиблась, ничего не надо")]
    [InlineData("Күйеуім мені ұрып жатыр", "Бәрі жақсы, керек емес, келмеңіздер")]
    public void Taking_it_back_after_danger_does_not_lower(string said, string withdrawn)
    {
        var record = TriageFixture.Assess(new TriageTurn(0, said), new TriageTurn(1, withdrawn));
        Assert.Equal(Urgency.Critical, record.Urgency);
        Assert.Contains(HumanReasons.Withdrawn, record.NeedsHumanReasons);
    }

    [Fact]
    public void A_later_turn_may_raise()
    {
        var record = TriageFixture.Assess(new TriageTurn(0, "Соседи шумят, музыка"), new TriageTurn(1, "Ой, он её бьёт, у него нож в руке, кровь"));
        Assert.Equal(Urgency.Critical, record.Urgency);
    }

    [Fact]
    public void A_turn_that_was_badly_heard_goes_to_a_human() =>
        Assert.Contains(HumanReasons.LowConfidence, TriageFixture.Assess(new TriageTurn(0, "музыка играет громко", "ru", 0.2)).NeedsHumanReasons);
}

using CallIntake.Engine.Speech.Text;

namespace CallIntake.Tests.Speech.Text;

public sealed class LoopGuardTests
{
    [Theory]
    [InlineData("Помогите, помогите, помогите! Он меня убьёт.")]
    [InlineData("Алло, алло, алло, алло, вы слышите?")]
    [InlineData("Да, да, да.")]
    [InlineData("Быстрее, быстрее, прошу вас, быстрее, прошу вас, они дерутся.")]
    [InlineData("Муж пьяный, опять бьёт, дети плачут. Я в ванной закрылась, он дверь ломает, говорит, убью. Иманова девятнадцать, квартира семь.")]
    public void What_people_repeat_stays(string text)
    {
        Assert.Equal((text, false), LoopGuard.Cut(text));
    }

    [Theory]
    [InlineData("Кошел вон, вон, вон, вон, вон, вон, вон, вон, вон", "Кошел вон, вон,")]
    [InlineData("мала кошел волн, кошел волн, кошел волн, кошел волн, кошел волн,", "мала кошел волн, кошел волн,")]
    [InlineData("Дорогу перекрыли, а потом дорогу перекрыли, а потом дорогу перекрыли, а потом дорогу перекрыли, а потом", "Дорогу перекрыли, а потом дорогу перекрыли, а потом")]
    public void What_a_decoder_repeats_is_cut_to_two(string text, string expected)
    {
        Assert.Equal((expected, true), LoopGuard.Cut(text));
    }

    [Fact]
    public void Text_that_packs_too_well_is_a_loop_even_without_equal_words()
    {
        var text = string.Join(' ', Enumerable.Range(0, 30).Select(i => $"пьетеншип{(char)('а' + i % 3)}{(char)('б' + i % 2)}"));

        Assert.True(LoopGuard.Cut(text).Looped);
    }
}

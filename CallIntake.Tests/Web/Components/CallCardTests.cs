using Bunit;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using CallIntake.Tests.Web.Support;
using CallIntake.Web.Components.Calls;

namespace CallIntake.Tests.Web.Components;

public sealed class CallCardTests : ConsoleContext
{
    [Fact]
    public void A_card_says_everything_a_dispatcher_needs()
    {
        var text = TextOf(SomeCall.Domestic());

        Assert.Contains("КРИТИЧНО", text, StringComparison.Ordinal);
        Assert.Contains("Домашнее насилие", text, StringComparison.Ordinal);
        Assert.Contains("00:42", text, StringComparison.Ordinal);
        Assert.Contains("ул. Иманова, 19", text, StringComparison.Ordinal);
        Assert.Contains("со слов", text, StringComparison.Ordinal);
        Assert.Contains("опасно сейчас", text, StringComparison.Ordinal);
        Assert.Contains("2 чел.", text, StringComparison.Ordinal);
        Assert.Contains("Полиция + Скорая", text, StringComparison.Ordinal);
        Assert.Contains("соединяем с оператором", text, StringComparison.Ordinal);
        Assert.Contains("нужен человек: угроза жизни", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ТЕСТ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Urgency_is_shape_and_word_and_class_at_once()
    {
        foreach (var info in Urgencies.All)
        {
            var card = Show<CallCard>(p => p.Add(x => x.Call, SomeCall.Of(info.Urgency)));

            Assert.Contains(info.Code, card.Find("article").ClassList);
            Assert.Equal($"#shape-{info.Shape}", card.Find(".urg use").GetAttribute("href"));
            Assert.Contains(Word(info.Urgency), card.Find(".urg").TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_raising_words_are_underlined() =>
        Assert.Equal(["бьёт", "дверь ломает"], Show<CallCard>(p => p.Add(x => x.Call, SomeCall.Domestic())).FindAll(".words u").Select(u => u.TextContent));

    [Fact]
    public void What_a_caller_says_is_never_markup()
    {
        var call = SomeCall.Domestic() with { Turns = [new CallTurn(Speaker.Caller, 0, "<script>alert(1)</script>", 0)] };

        var card = Show<CallCard>(p => p.Add(x => x.Call, call));

        Assert.Empty(card.FindAll("script"));
        Assert.Contains("<script>alert(1)</script>", card.Find(".words").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Guesses_are_marked_and_a_correction_ends_the_guess()
    {
        var guessed = SomeCall.Of(Urgency.High) with
        {
            Record = SomeCall.Judged(Urgency.High, "noise") with { Confidence = new TriageConfidence(0.9, 0.3, 0.9, 0.9) },
        };
        var corrected = guessed with { Corrections = [new Correction("category", "noise", "assault", "a", SomeCall.Now)] };

        Assert.NotNull(Show<CallCard>(p => p.Add(x => x.Call, guessed)).Find(".cat .maybe"));
        Assert.Empty(Show<CallCard>(p => p.Add(x => x.Call, corrected)).FindAll(".cat .maybe"));
    }

    [Theory]
    [InlineData(null, false, "нет адреса")]
    [InlineData("ул. Абая, 5", false, "со слов")]
    [InlineData("ул. Абая, 5", true, "подтверждён")]
    public void The_state_of_the_address_is_said(string? address, bool confirmed, string words)
    {
        var call = SomeCall.Of(Urgency.Low) with
        {
            Record = SomeCall.Judged(Urgency.Low, "noise") with { Address = address, AddressConfirmed = confirmed },
        };

        Assert.Equal(words, Show<CallCard>(p => p.Add(x => x.Call, call)).Find(".addr .st").TextContent);
    }

    [Fact]
    public void A_call_that_must_not_be_called_back_says_so()
    {
        var call = SomeCall.Of(Urgency.Critical, category: "silent_call") with
        {
            Record = SomeCall.Judged(Urgency.Critical, "silent_call") with
            {
                NeedsHuman = true,
                NeedsHumanReasons = [HumanReasons.Silent, HumanReasons.DoNotCallBack],
            },
        };

        Assert.Contains("не перезванивать голосом", TextOf(call), StringComparison.Ordinal);
    }

    [Fact]
    public void A_taken_call_says_by_whom_and_has_no_button()
    {
        var card = Show<CallCard>(p => p.Add(x => x.Call, SomeCall.Of(Urgency.High) with { AcknowledgedBy = "Ерлан", AcknowledgedAt = SomeCall.Now }));

        Assert.Contains("Принял: Ерлан, 03:03:17", card.Find(".taken").TextContent, StringComparison.Ordinal);
        Assert.Empty(card.FindAll(".do"));
    }

    [Fact]
    public void A_test_call_is_marked() => Assert.Contains("ТЕСТ", TextOf(SomeCall.Of(Urgency.Low) with { IsTest = true }), StringComparison.Ordinal);

    [Fact]
    public void The_card_is_rendered_again_only_for_a_new_state()
    {
        var call = SomeCall.Domestic();
        var card = Show<CallCard>(p => p.Add(x => x.Call, call));
        var before = card.RenderCount;

        card.Render(p => p.Add(x => x.Call, call));
        Assert.Equal(before, card.RenderCount);

        card.Render(p => p.Add(x => x.Call, call with { Version = 1 }));
        Assert.True(card.RenderCount > before);
    }

    private string TextOf(Call call) => Show<CallCard>(p => p.Add(x => x.Call, call)).Find("article").TextContent;
}

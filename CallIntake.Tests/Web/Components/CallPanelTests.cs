using Bunit;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using CallIntake.Tests.Web.Support;
using CallIntake.Web.Components.Calls;

namespace CallIntake.Tests.Web.Components;

public sealed class CallPanelTests : ConsoleContext
{
    [Fact]
    public void The_panel_shows_words_fields_course_and_record()
    {
        var call = SomeCall.Domestic();
        Calls.Put(call);
        _ = Calls.OpenAsync(call, CallEvent.Create(call, CallStages.Received, call.StartedAt));

        var panel = Panel(call);

        Assert.Equal(["бьёт", "дверь ломает"], panel.FindAll(".turns u").Select(word => word.TextContent));
        Assert.Contains("правила", Row(panel, "Опасность"), StringComparison.Ordinal);
        Assert.Contains("Под угрозой жизнь", panel.Find(".reasons").TextContent, StringComparison.Ordinal);
        Assert.Contains("принят", panel.Find(".ev").TextContent, StringComparison.Ordinal);
        Assert.Contains("\"category\": \"domestic\"", panel.Find("pre").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Срочность", "правила", "0,90")]
    [InlineData("Категория", "классификатор", "0,90")]
    [InlineData("Язык", "распознавание", "0,70")]
    [InlineData("Кратко", "правила", "0,70")]
    public void A_field_shows_where_it_comes_from_and_how_sure_it_is(string label, string origin, string confidence)
    {
        var call = SomeCall.Domestic();
        var record = call.Record! with { Summary = "Муж бьёт.", Sources = new TriageSources("rules-1", "classifier-1", null, null) };

        var panel = Panel(call with { Record = record with { Confidence = record.Confidence with { Transcript = 0.7 } } });

        var shown = panel.FindAll(".f").Single(row => row.QuerySelector("dt")!.TextContent == label).QuerySelector(".origin")!;
        Assert.Equal([origin, confidence], shown.QuerySelectorAll("span").Select(part => part.TextContent));
    }

    [Fact]
    public void The_number_is_masked_until_it_is_asked_for()
    {
        var panel = Panel(SomeCall.Domestic());
        Assert.Equal("+7 701 ••• 12 34", panel.Find(".phone").TextContent);

        panel.Find("button.link").Click();

        Assert.Equal("+7 701 000 12 34", panel.Find(".phone").TextContent);
    }

    [Fact]
    public void While_the_call_goes_on_it_can_be_taken_but_neither_sent_nor_closed_nor_played()
    {
        var panel = Panel(SomeCall.Domestic() with { AudioPath = "a.wav" });

        Assert.NotNull(panel.Find(".acts .main"));
        Assert.Equal(2, panel.FindAll(".acts button[disabled]").Count);
        Assert.Empty(panel.FindAll("audio"));
        Assert.Contains("прослушать можно после звонка", panel.Find(".player").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ended_call_has_a_player_for_its_recording()
    {
        var call = SomeCall.Of(Urgency.Low) with { AudioPath = "2026/11/27/a.wav" };

        Assert.Equal($"/api/calls/{call.Id}/recording", Panel(call).Find("audio").GetAttribute("src"));
    }

    [Fact]
    public void Closing_asks_for_the_outcome_and_keeps_who()
    {
        var call = SomeCall.Of(Urgency.Low);
        Calls.Put(call);
        var panel = Panel(call);

        Press(panel, "Закрыть…");
        Dialogs.FindAll("input[type=radio]")[2].Change(true);
        Press(Dialogs, "Закрыть");

        panel.WaitForAssertion(() => Assert.Equal(
            (CallStatus.Closed, Disposition.Duplicate, SomeCall.Operator), (Calls[call.Id].Status, Calls[call.Id].Disposition, Calls[call.Id].AcknowledgedBy)));
    }

    [Fact]
    public void A_note_is_written_and_shown()
    {
        var call = SomeCall.Of(Urgency.Low);
        Calls.Put(call);
        var panel = Panel(call);

        Press(panel, "Заметка…");
        Dialogs.Find("textarea").Input("Экипаж рядом");
        Press(Dialogs, "Сохранить");

        panel.WaitForAssertion(() => Assert.Contains("Экипаж рядом", panel.Find(".notes").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Lowering_the_urgency_waits_for_a_reason_and_keeps_the_machines_value_beside()
    {
        var call = SomeCall.Of(Urgency.High);
        Calls.Put(call);
        var panel = Panel(call);
        panel.Find("[aria-label='Исправить: Срочность']").Click();
        Dialogs.FindAll("input[type=radio]")[3].Change(true);
        Assert.True(Button(Dialogs, "Сохранить").HasAttribute("disabled"));
        Assert.Contains("напишите причину", Dialogs.Find("p.missing").TextContent, StringComparison.Ordinal);

        Dialogs.Find("textarea").Input("Уже тихо");
        Press(Dialogs, "Сохранить");

        panel.WaitForAssertion(() => Assert.Equal(Urgency.Low, Calls[call.Id].Urgency));
        Assert.Equal("Уже тихо", Calls[call.Id].Corrections[0].Reason);
        panel.Render(p => p.Add(x => x.Call, Calls[call.Id]));
        Assert.Contains("машина: Высокая", Row(panel, "Срочность"), StringComparison.Ordinal);
        Assert.Contains(SomeCall.Operator, Row(panel, "Срочность"), StringComparison.Ordinal);
    }

    [Fact]
    public void Raising_the_urgency_needs_no_reason()
    {
        var call = SomeCall.Of(Urgency.Low);
        Calls.Put(call);
        var panel = Panel(call);
        panel.Find("[aria-label='Исправить: Срочность']").Click();

        Dialogs.FindAll("input[type=radio]")[0].Change(true);
        Press(Dialogs, "Сохранить");

        panel.WaitForAssertion(() => Assert.Equal(Urgency.Critical, Calls[call.Id].Urgency));
    }

    [Fact]
    public void A_refused_action_is_said_in_a_sentence()
    {
        var call = SomeCall.Of(Urgency.Low);

        Press(Panel(call), "Принять звонок");

        Snackbars.WaitForAssertion(() => Assert.Contains("Такого звонка нет.", Snackbars.Markup, StringComparison.Ordinal));
    }

    private IRenderedComponent<CallPanel> Panel(Call call) => Show<CallPanel>(p => p.Add(x => x.Call, call));

    private static string Row(IRenderedComponent<CallPanel> panel, string label) =>
        panel.FindAll(".f").Single(row => row.QuerySelector("dt")!.TextContent == label).TextContent;

    private static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> where, string words)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        where.FindAll("button").Single(button => button.TextContent.Trim().StartsWith(words, StringComparison.Ordinal));

    private static void Press<T>(IRenderedComponent<T> where, string words)
        where T : Microsoft.AspNetCore.Components.IComponent => Button(where, words).Click();
}

using Bunit;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using CallIntake.Tests.Web.Support;
using CallIntake.Web.Components.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CallIntake.Tests.Web.Components;

public sealed class BoardTests : ConsoleContext
{
    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Cards_stand_in_order_and_the_first_is_selected()
    {
        var (low, critical) = (SomeCall.Of(Urgency.Low, 300), SomeCall.Domestic());
        Calls.Put(low, critical);

        var board = Show<Board>();

        Assert.Equal([$"card-{critical.Id}", $"card-{low.Id}"], board.FindAll(".card").Select(card => card.Id));
        Assert.Equal("true", board.Find(".card").GetAttribute("aria-current"));
        Assert.Contains("Домашнее насилие", board.Find(".panel h1").TextContent, StringComparison.Ordinal);
        Assert.Equal("1 идут 2 новых 1 критичных", Words(board.Find(".counts").TextContent));
    }

    [Fact]
    public void A_new_call_appears_and_changes_without_reloading()
    {
        var board = Show<Board>();
        Assert.Contains("Звонков нет", board.Find(".empty").TextContent, StringComparison.Ordinal);
        var call = SomeCall.Of(Urgency.Low) with { Record = null };

        Calls.Put(call);
        board.WaitForAssertion(() => Assert.Contains("Причина пока неизвестна", board.Find(".card").TextContent, StringComparison.Ordinal));

        Calls.Put(call with { Record = SomeCall.Judged(Urgency.Critical, "fire"), Version = 1 });
        LetRender(board, () => Assert.Contains("Пожар", board.Find(".card.critical").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_new_critical_call_is_announced_loudly_and_glows_for_two_seconds()
    {
        var board = Show<Board>();

        Calls.Put(SomeCall.Domestic());

        board.WaitForAssertion(() => Assert.Contains("Критичный звонок: Домашнее насилие, ул. Иманова, 19", board.Find("[aria-live=assertive]").TextContent, StringComparison.Ordinal));
        Assert.Single(board.FindAll(".card.glow"));
        Time.Advance(TimeSpan.FromSeconds(3));
        board.WaitForAssertion(() => Assert.Empty(board.FindAll(".card.glow")));
    }

    [Fact]
    public void Critical_calls_that_are_there_already_do_not_glow()
    {
        Calls.Put(SomeCall.Domestic());

        Assert.Empty(Show<Board>().FindAll(".card.glow"));
    }

    [Fact]
    public async Task New_calls_wait_while_the_list_is_held_and_a_critical_one_among_them_is_named()
    {
        var old = SomeCall.Of(Urgency.Low, 300);
        Calls.Put(old);
        var board = Show<Board>();
        await board.InvokeAsync(() => board.Instance.HoldAsync(true));

        Calls.Put(SomeCall.Of(Urgency.High), SomeCall.Domestic());

        board.WaitForAssertion(() => Assert.Equal("2 новых ↑из них критичных: 1", Words(board.Find(".waiting").TextContent)));
        Assert.Equal($"card-{old.Id}", Assert.Single(board.FindAll(".card")).Id);
        await board.Find(".waiting").ClickAsync(new());
        Assert.Equal(3, board.FindAll(".card").Count);
        Assert.Empty(board.FindAll(".waiting"));
    }

    [Fact]
    public async Task A_frozen_board_stands_still_and_says_so()
    {
        Calls.Put(SomeCall.Of(Urgency.Low, 300));
        var board = Show<Board>();
        await Keys.PressAsync("s");

        Calls.Put(SomeCall.Of(Urgency.High));

        board.WaitForAssertion(() => Assert.Contains("1 новый", board.Find(".waiting").TextContent, StringComparison.Ordinal));
        Assert.Contains("Табло заморожено", board.Find(".banner").TextContent, StringComparison.Ordinal);
        await Keys.PressAsync("s");
        Assert.Equal(2, board.FindAll(".card").Count);
    }

    [Fact]
    public void A_filter_in_the_address_line_is_obeyed_and_its_banner_counts_what_is_hidden()
    {
        Calls.Put(SomeCall.Of(Urgency.Low), SomeCall.Of(Urgency.Medium), SomeCall.Of(Urgency.High));
        Navigation.NavigateTo("?urgency=low");

        var board = Show<Board>();

        Assert.Single(board.FindAll(".card"));
        Assert.Contains("Фильтр скрывает звонков: 2", board.Find(".banner").TextContent, StringComparison.Ordinal);
        Assert.Equal("status", board.Find(".banner").GetAttribute("role"));
        Assert.Equal("true", board.Find(".urgencies .low").GetAttribute("aria-pressed"));
    }

    [Fact]
    public void A_hidden_critical_call_is_never_silent()
    {
        Calls.Put(SomeCall.Of(Urgency.Low));
        Navigation.NavigateTo("?urgency=low");
        var board = Show<Board>();
        Assert.DoesNotContain("СКРЫТО", board.Markup, StringComparison.Ordinal);

        Calls.Put(SomeCall.Domestic());

        board.WaitForAssertion(() => Assert.Contains("СКРЫТО КРИТИЧНЫХ: 1", board.Find(".banner.loud[role=alert]").TextContent, StringComparison.Ordinal));
        board.FindAll(".banner button")[0].Click();

        // The click waits its turn behind what the board is still drawing.
        board.WaitForAssertion(() => Assert.EndsWith("?urgency=critical", Navigation.Uri, StringComparison.Ordinal));
        board.WaitForAssertion(() => Assert.Single(board.FindAll(".card.critical")));
    }

    [Fact]
    public async Task Number_keys_toggle_urgencies_in_the_address_line()
    {
        Show<Board>();

        await Keys.PressAsync("1");
        await Keys.PressAsync("2");
        Assert.EndsWith("/?urgency=critical&urgency=high", Navigation.Uri, StringComparison.Ordinal);

        await Keys.PressAsync("1");
        await Keys.PressAsync("2");
        Assert.EndsWith("localhost/", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arrows_move_the_selection_A_takes_the_call_and_Enter_opens_it()
    {
        var (first, second) = (SomeCall.Domestic(), SomeCall.Of(Urgency.Low));
        Calls.Put(first, second);
        var board = Show<Board>();

        await Keys.PressAsync("down");
        Assert.Contains("sel", board.Find($"#card-{second.Id}").ClassList);
        await Keys.PressAsync("a");
        Assert.Equal(SomeCall.Operator, Calls[second.Id].AcknowledgedBy);
        Assert.Null(Calls[first.Id].AcknowledgedBy);
        await Keys.PressAsync("enter");
        Assert.EndsWith($"/calls/{second.Id}", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void The_button_of_a_card_takes_its_call()
    {
        var call = SomeCall.Of(Urgency.High);
        Calls.Put(call);

        Show<Board>().Find(".card .do").Click();

        Assert.Equal((SomeCall.Operator, CallStatus.Acknowledged), (Calls[call.Id].AcknowledgedBy, Calls[call.Id].Status));
        Assert.Equal(CallStages.Acknowledged, Assert.Single(Calls.Events).Stage);
    }

    [Fact]
    public void Ticking_a_category_filters_by_it()
    {
        Calls.Put(SomeCall.Of(Urgency.Low, category: "noise"), SomeCall.Of(Urgency.Low, category: "fire"));
        var board = Show<Board>();

        board.FindAll(".filter label").Single(label => label.TextContent.Trim() == "Пожар").QuerySelector("input")!.Change(true);

        Assert.EndsWith("?category=fire", Navigation.Uri, StringComparison.Ordinal);
        Assert.Single(board.FindAll(".card"));
    }

    [Fact]
    public void A_test_call_plays_all_turns_of_the_chosen_sample_as_one_call()
    {
        var board = Show<Board>();
        board.FindAll(".filters > button").Single(button => button.TextContent.Contains("Пробный звонок", StringComparison.Ordinal)).Click();
        Dialogs.FindAll(".sample input")[1].Change(true);

        Dialogs.FindAll("button").Single(button => button.TextContent.Contains("Позвонить", StringComparison.Ordinal)).Click();

        Assert.Equal(["02-noise-turn-1.wav", "02-noise-turn-2.wav", "02-noise-turn-3.wav"], Assert.Single(TestCalls.Started).Select(Path.GetFileName));
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Lets the pause between two renders pass; the view may not wait for the clock yet, so it is moved until it does.</summary>
    private void LetRender(IRenderedComponent<Board> board, Action assertion)
    {
        board.WaitForAssertion(() =>
        {
            Time.Advance(TimeSpan.FromMilliseconds(250));
            assertion();
        });
    }
}

using Bunit;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using CallIntake.Tests.Web.Support;
using CallIntake.Web.Components.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CallIntake.Tests.Web.Components;

public sealed class CallPageTests : ConsoleContext
{
    [Fact]
    public void A_call_shows_who_listened_its_corrections_and_the_way_to_its_neighbours()
    {
        var (before, call, after) = (SomeCall.Of(Urgency.Low, 300), Corrected(), SomeCall.Of(Urgency.Low, 10));
        Calls.Put(before, call, after);
        _ = Calls.OpenAsync(call, CallEvent.Create(call, CallStages.Listened, SomeCall.Now, new { user = "Ерлан" }));

        var page = Page(call.Id);

        Assert.Contains("Ерлан", page.Find(".people").TextContent, StringComparison.Ordinal);
        Assert.Contains("Средняя", page.Find(".plain s").TextContent, StringComparison.Ordinal);
        Assert.Contains("тихо", page.Find(".plain").TextContent, StringComparison.Ordinal);
        Assert.Equal([$"/calls/{before.Id}", $"/calls/{after.Id}"], page.FindAll(".around a[aria-label]").Select(link => link.GetAttribute("href")));
        Assert.Equal("+7 701 000 12 34", page.Find(".phone").TextContent);
    }

    [Fact]
    public void A_call_that_does_not_exist_is_said_plainly() =>
        Assert.Contains("Такого звонка нет", Page(Guid.CreateVersion7()).Find("[role=alert]").TextContent, StringComparison.Ordinal);

    [Fact]
    public void The_page_changes_while_the_call_goes_on()
    {
        var call = SomeCall.Domestic();
        Calls.Put(call);
        var page = Page(call.Id);

        Calls.Put(call with { Version = 1, Turns = [.. call.Turns, new CallTurn(Speaker.Caller, 1, "Скорее", 40)] });

        page.WaitForAssertion(() => Assert.Contains("Скорее", page.Find(".turns").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Escape_goes_back_to_the_board()
    {
        var call = SomeCall.Of(Urgency.Low);
        Calls.Put(call);
        Page(call.Id);

        await Keys.PressAsync("esc");

        Assert.EndsWith("localhost/", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_with_times_can_be_clicked()
    {
        var call = SomeCall.Of(Urgency.Low) with
        {
            Turns = [new CallTurn(Speaker.Caller, 0, "тихо тут", 5, Words: [new("тихо", 1, 1.4, 0.9), new("тут", 1.5, 2, 0.9)])],
        };
        Calls.Put(call);

        Assert.Equal(["6.00", "6.50"], Page(call.Id).FindAll("[data-jump]").Select(word => word.GetAttribute("data-jump")));
    }

    private static Call Corrected() => SomeCall.Of(Urgency.Medium, 100) with
    {
        Corrections = [new Correction("urgency", "medium", "low", SomeCall.Operator, SomeCall.Now, "тихо")],
    };

    private IRenderedComponent<CallPage> Page(Guid id) => Show<CallPage>(p => p.Add(x => x.Id, id));
}

using CallIntake.Tests.Browser;
using Microsoft.Playwright;

namespace CallIntake.Tests.Asterisk;

/// <summary>The last step of a call's way: the card that a dispatcher sees.</summary>
[Collection(AsteriskTests.Name)]
[Trait("Category", "Asterisk")]
public sealed class BoardInChromiumTests(AsteriskFixture fixture)
{
    [Fact]
    public async Task A_call_by_telephone_is_a_card_on_the_open_board_that_becomes_critical_without_reload()
    {
        await fixture.UseHostAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.SignInAsync(fixture.Host.Url, EngineProcess.Password);
        await page.EvaluateAsync("() => { window.notReloaded = true; }");

        var caller = fixture.NewCaller();
        await using var telephone = Telephone.Dial(
            caller, [.. Telephone.SkipsGreeting, .. Telephone.Says("05-hit-turn-1", afterSeconds: 3), .. Telephone.Stays]);
        using var call = await fixture.Console.CallOfAsync(caller);
        var card = page.Locator($"#card-{call.Id()}");
        await Assertions.Expect(card).ToBeVisibleAsync();
        await Assertions.Expect(card).ToContainTextAsync("КРИТИЧНО", new() { Timeout = (float)Deadline.Call.TotalMilliseconds });
        Assert.True(await page.EvaluateAsync<bool>("() => window.notReloaded === true"), "The page was loaded again.");
        await fixture.Asterisk.HangUpAllAsync();
        await telephone.WaitAsync(Deadline.Call);
    }
}

using Microsoft.Playwright;

namespace CallIntake.Tests.Asterisk;

/// <summary>The last step of a call's way: the card that a dispatcher sees.</summary>
[Collection(AsteriskTests.Name)]
[Trait("Category", "Asterisk")]
public sealed class BoardInChromiumTests(AsteriskFixture fixture)
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    [Fact]
    public async Task A_call_by_telephone_is_a_card_on_the_open_board_that_becomes_critical_without_reload()
    {
        await fixture.UseHostAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Headless = true, Args = Flags });
        var page = await browser.NewPageAsync(new() { BaseURL = fixture.Host.Url, Locale = "ru-RU", ViewportSize = new() { Width = 1366, Height = 768 } });
        page.SetDefaultTimeout((float)Deadline.Usual.TotalMilliseconds);
        await page.GotoAsync("/");
        await page.FillAsync("#name", "admin");
        await page.FillAsync("#password", EngineProcess.Password);
        await page.ClickAsync("button[type=submit]");
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

    private static string Chromium() =>
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("Chromium is missing; test.sh installs it.");
}

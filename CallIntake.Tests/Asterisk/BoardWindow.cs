using Microsoft.Playwright;

namespace CallIntake.Tests.Asterisk;

/// <summary>A dispatcher's Chromium with the board open.</summary>
internal sealed class BoardWindow : IAsyncDisposable
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private BoardWindow(IPlaywright playwright, IBrowser browser, IPage page)
    {
        (_playwright, _browser) = (playwright, browser);
        Page = page;
    }

    /// <summary>The page of the board.</summary>
    public IPage Page { get; }

    /// <summary>Starts Chromium and signs in as the administrator; waits until the board is there.</summary>
    public static async Task<BoardWindow> OpenAsync(EngineProcess host)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Headless = true, Args = Flags });
        var page = await browser.NewPageAsync(new() { BaseURL = host.Url, Locale = "ru-RU", ViewportSize = new() { Width = 1366, Height = 768 } });
        page.SetDefaultTimeout((float)Deadline.Usual.TotalMilliseconds);
        await page.GotoAsync("/");
        await page.FillAsync("#name", "admin");
        await page.FillAsync("#password", EngineProcess.Password);
        await page.ClickAsync("button[type=submit]");
        await Assertions.Expect(page.Locator(".board")).ToBeVisibleAsync();
        return new BoardWindow(playwright, browser, page);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string Chromium() =>
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("Chromium is missing; test.sh installs it.");
}

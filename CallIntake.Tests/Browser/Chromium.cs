using Microsoft.Playwright;

namespace CallIntake.Tests.Browser;

/// <summary>The machine's Chromium under Playwright. A missing one fails the test and says how to get it.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Paths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly IPlaywright _playwright;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        Browser = browser;
    }

    public IBrowser Browser { get; }

    public static async Task<Chromium> StartAsync()
    {
        var path = Array.Find(Paths, File.Exists);
        Assert.True(path is not null, $"{Paths[0]} is missing: apt-get install --no-install-recommends chromium");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            Timeout = 120_000,
        });
        return new Chromium(playwright, browser);
    }

    /// <summary>A page at the site, signed in as the administrator, on the board.</summary>
    public Task<IPage> SignInAsync(ConsoleSite site, int width = 1366, int height = 768, string theme = "dark", string language = "ru") =>
        SignInAsync(site.Url, ConsoleSite.Password, width, height, theme, language);

    /// <summary>A page at the console of any host, signed in as the administrator, on the board.</summary>
    public async Task<IPage> SignInAsync(string url, string password, int width = 1366, int height = 768, string theme = "dark", string language = "ru")
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height } });
        context.SetDefaultTimeout(120_000);
        await context.AddCookiesAsync(
        [
            new Cookie { Name = "theme", Value = theme, Url = url },
            new Cookie { Name = ".AspNetCore.Culture", Value = $"c%3D{language}%7Cuic%3D{language}", Url = url },
        ]);
        var page = await context.NewPageAsync();
        await page.GotoAsync(url + "/Account/Login");
        await page.FillAsync("#name", "admin");
        await page.FillAsync("#password", password);
        await page.ClickAsync("button[type=submit]");
        await page.WaitForSelectorAsync(".board");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }
}

using CallIntake.Tests.Support;
using Microsoft.Playwright;

namespace CallIntake.Tests.Browser;

/// <summary>A Chromium and the shared host's pages in it.</summary>
internal static class HostInBrowser
{
    private const float Patience = 120_000;

    /// <summary>An empty window with the given look and language; nobody is signed in.</summary>
    public static async Task<IPage> OpenAsync(this Chromium chromium, HostFixture host, int width = 1366, int height = 768, string? theme = null, string? language = null)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = host.Url.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(Patience);
        context.SetDefaultNavigationTimeout(Patience);
        var cookies = new List<Cookie>();
        if (theme is not null)
        {
            cookies.Add(new Cookie { Name = "theme", Value = theme, Url = host.Url.ToString() });
        }

        if (language is not null)
        {
            cookies.Add(new Cookie { Name = ".AspNetCore.Culture", Value = Uri.EscapeDataString($"c={language}|uic={language}"), Url = host.Url.ToString() });
        }

        await context.AddCookiesAsync(cookies);
        return await context.NewPageAsync();
    }

    /// <summary>Fills the sign-in form of the page that is shown and sends it.</summary>
    public static async Task SignInAsync(this IPage page, string name = HostFixture.Administrator, string password = HostFixture.Password)
    {
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", password);
        await page.ClickAsync("button[type=submit]");
    }
}

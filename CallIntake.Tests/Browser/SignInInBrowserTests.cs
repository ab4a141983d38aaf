using CallIntake.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CallIntake.Tests.Browser;

[Trait("Category", "Browser")]
[Collection(HostGroup.Name)]
public sealed class SignInInBrowserTests(HostFixture host) : IAsyncLifetime
{
    private Chromium _chromium = null!;

    public async ValueTask InitializeAsync() => _chromium = await Chromium.StartAsync();

    public ValueTask DisposeAsync() => _chromium.DisposeAsync();

    [Fact]
    public async Task Who_signs_in_comes_to_where_they_wanted_to_go_and_signs_out_again()
    {
        var page = await _chromium.OpenAsync(host);
        await page.GotoAsync("/history?urgency=critical");
        await page.SignInAsync(password: "not the password");
        await Expect(page.Locator("[role=alert]")).ToContainTextAsync("Имя или пароль не подходят");
        Assert.Equal(HostFixture.Administrator, await page.InputValueAsync("#name"));

        await page.SignInAsync();
        await page.WaitForSelectorAsync(".archive");
        Assert.EndsWith("/history?urgency=critical", page.Url, StringComparison.Ordinal);

        await page.ClickAsync(".user summary");
        await page.ClickAsync(".user form button");
        await page.WaitForSelectorAsync("#password");
        await page.GotoAsync("/history");
        Assert.Contains("/Account/Login", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_and_look_are_chosen_before_and_after_signing_in()
    {
        var page = await _chromium.OpenAsync(host);
        await page.GotoAsync("/history");
        await page.ClickAsync("a[lang=kk]");
        await page.ClickAsync("a.theme");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "kk");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");

        await page.SignInAsync();
        await page.WaitForSelectorAsync(".archive");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "kk");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await Expect(page.Locator(".top nav .active")).ToHaveTextAsync("Тарих");

        await page.ClickAsync(".languages a[lang=en]");
        await Expect(page.Locator(".top nav .active")).ToHaveTextAsync("History", new() { Timeout = 60_000 });
    }

    [Theory]
    [InlineData(1366, 768, "dark", "ru")]
    [InlineData(390, 844, "light", "kk")]
    [InlineData(1920, 1080, "light", "en")]
    public async Task The_pages_around_signing_in_are_sound_for_everybody(int width, int height, string theme, string language)
    {
        var page = await _chromium.OpenAsync(host, width, height, theme, language);
        await page.GotoAsync("/Account/Login");
        await Accessibility.AssertSoundAsync(page);
        await page.SignInAsync(password: "not the password");
        await Expect(page.Locator("[role=alert]")).ToBeVisibleAsync();
        await Accessibility.AssertSoundAsync(page);
        await page.GotoAsync("/Account/Lockout");
        await Accessibility.AssertSoundAsync(page);

        await page.GotoAsync("/Account/Login");
        await page.SignInAsync();
        await page.GotoAsync("/Account/ChangePassword");
        await Accessibility.AssertSoundAsync(page);
        foreach (var path in (string[])["/no/such/page", "/Account/AccessDenied"])
        {
            await page.GotoAsync(path);
            await Accessibility.AssertSoundAsync(page);
        }

        await page.GotoAsync($"/calls/{Guid.CreateVersion7()}");
        await Expect(page.Locator(".notice h1")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Accessibility.AssertSoundAsync(page);
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }
}

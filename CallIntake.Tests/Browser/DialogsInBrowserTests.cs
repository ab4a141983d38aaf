using CallIntake.Engine.Triage;
using CallIntake.Tests.Web.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallIntake.Tests.Browser;

[Trait("Category", "Browser")]
[Collection(nameof(BrowserGroup))]
public sealed class DialogsInBrowserTests : ConsoleInBrowser
{
    [Theory]
    [InlineData("dark", "ru", "Пробный звонок", "Закрыть…", "Заметка…")]
    [InlineData("light", "en", "Test call", "Close…", "Note…")]
    public async Task Every_dialog_is_sound_for_everybody(string theme, string language, params string[] buttons)
    {
        var now = TimeProvider.System.GetUtcNow();
        await Site.OpenAsync(SomeCall.Of(Urgency.Low) with { Id = Guid.CreateVersion7(now), StartedAt = now.AddSeconds(-40), EndedAt = now.AddSeconds(-10) });
        var page = await Chromium.SignInAsync(Site, theme: theme, language: language);
        await Expect(page.Locator(".panel")).ToBeVisibleAsync(new() { Timeout = 60_000 });

        foreach (var name in buttons)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = name }).First.ClickAsync();
            await Expect(page.Locator(".mud-dialog-actions")).ToBeVisibleAsync(new() { Timeout = 60_000 });
            await Accessibility.AssertSoundAsync(page);
            await page.Locator(".mud-dialog-actions button").First.ClickAsync();
            await Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        }
    }
}

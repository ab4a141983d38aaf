using CallIntake.Engine.Triage;
using CallIntake.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallIntake.Tests.Browser;

[Trait("Category", "Browser")]
[Collection(HostGroup.Name)]
public sealed class HistoryInBrowserTests(HostFixture host) : IAsyncLifetime
{
    private static readonly DateTimeOffset Day = new(2026, 5, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly string _word = "метка" + string.Concat(Guid.NewGuid().ToString("N").Where(char.IsAsciiDigit).Take(8));
    private Chromium _chromium = null!;

    public async ValueTask InitializeAsync() => _chromium = await Chromium.StartAsync();

    public ValueTask DisposeAsync() => _chromium.DisposeAsync();

    [Fact]
    public async Task A_word_that_was_said_is_found_and_the_link_finds_it_again()
    {
        var wanted = await host.StoreAsync(StoredCalls.Sample(Day, $"Потерялась собака Шарик {_word}", Urgency.Low, "animal"));
        await host.StoreAsync(StoredCalls.Sample(Day.AddMinutes(1), $"Украли телефон {_word}", Urgency.Medium, "theft"));
        var page = await OpenAsync($"/history?q={_word}");
        await Expect(Rows(page)).ToHaveCountAsync(2, Patient);

        await page.FillAsync(".archive .search input", $"шарик {_word}");
        await Expect(Rows(page)).ToHaveCountAsync(1, Patient);
        await Expect(page.Locator($"tr[data-call='{wanted.Id}']")).ToContainTextAsync("+7 701 ••• 12 34");
        Assert.DoesNotContain("+77015551234", await page.ContentAsync(), StringComparison.Ordinal);

        await page.ReloadAsync();
        await Expect(page.Locator(".archive .search input")).ToHaveValueAsync($"шарик {_word}", new() { Timeout = Patience });
        await Expect(Rows(page)).ToHaveCountAsync(1, Patient);
        await page.ClickAsync($"tr[data-call='{wanted.Id}'] a");
        await Expect(page.Locator($"[data-call='{wanted.Id}'] h1")).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    [Fact]
    public async Task Filters_order_and_pages_stand_in_the_address_line()
    {
        for (var i = 0; i < 55; i++)
        {
            await host.StoreAsync(StoredCalls.Sample(Day.AddMinutes(i), $"звонок {_word}", (Urgency)(i % 4)));
        }

        var page = await OpenAsync($"/history?q={_word}");
        await Expect(Rows(page)).ToHaveCountAsync(50, Patient);
        await page.Locator(".pager nav button").Last.ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(5, Patient);
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("page=2"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Срочность" }).ClickAsync();
        await Expect(page.Locator("th[aria-sort=descending]")).ToContainTextAsync("Срочность", new() { Timeout = Patience });
        await Expect(Rows(page).First).ToContainTextAsync("КРИТИЧНО", new() { Timeout = Patience });
        await page.Locator(".archive .urgencies .low").ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(14, Patient);
        await page.GoBackAsync();
        await Expect(Rows(page)).ToHaveCountAsync(50, Patient);

        await page.Keyboard.PressAsync("Digit1");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("urgency=critical"));
        await Expect(Rows(page)).ToHaveCountAsync(13, Patient);
    }

    [Fact]
    public async Task The_file_holds_what_the_screen_shows()
    {
        var wanted = await host.StoreAsync(StoredCalls.Sample(Day, $"Кража {_word}", Urgency.Medium, "theft"));
        await host.StoreAsync(StoredCalls.Sample(Day.AddMinutes(1), $"Шум {_word}"));
        var page = await OpenAsync($"/history?q={_word}&urgency=medium");
        await Expect(Rows(page)).ToHaveCountAsync(1, Patient);

        await page.ClickAsync(".csv summary");
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(".csv .item >> nth=1"), new() { Timeout = Patience });
        var lines = (await File.ReadAllTextAsync(await download.PathAsync())).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.EndsWith(".csv", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{wanted.Id};", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dispatcher_sees_no_file_to_download()
    {
        await host.StoreAsync(StoredCalls.Sample(Day, $"Шум {_word}"));
        var page = await OpenAsync($"/history?q={_word}", name: await host.AddAsync(Engine.Data.Roles.Dispatcher));

        await Expect(Rows(page)).ToHaveCountAsync(1, Patient);
        await Expect(page.Locator(".csv")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(1366, 768, "dark", "ru")]
    [InlineData(1920, 1080, "light", "kk")]
    [InlineData(390, 844, "light", "en")]
    [InlineData(390, 844, "dark", "ru")]
    public async Task The_history_is_sound_for_everybody(int width, int height, string theme, string language)
    {
        await host.StoreAsync(StoredCalls.Sample(Day, $"Драка {_word}", Urgency.Critical, "assault"));
        await host.StoreAsync(StoredCalls.Sample(Day.AddMinutes(1), $"Шум {_word}") with { CallerId = string.Empty, IsTest = true });
        await host.StoreAsync(StoredCalls.Sample(Day.AddMinutes(2), $"Кража {_word}", Urgency.High, "theft"));
        await host.StoreAsync(StoredCalls.Sample(Day.AddMinutes(3), $"Спор {_word}", Urgency.Medium, "hooliganism"));
        var page = await OpenAsync($"/history?q={_word}", width, height, theme, language);
        await Expect(Rows(page)).ToHaveCountAsync(4, Patient);

        Assert.Equal(language, await page.GetAttributeAsync("html", "lang"));
        await Accessibility.AssertSoundAsync(page);
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    private static float Patience => 60_000;

    private static LocatorAssertionsToHaveCountOptions Patient { get; } = new() { Timeout = 60_000 };

    private static ILocator Rows(IPage page) => page.Locator(".history tbody tr");

    private async Task<IPage> OpenAsync(
        string path, int width = 1366, int height = 768, string theme = "dark", string language = "ru", string name = HostFixture.Administrator)
    {
        var page = await _chromium.OpenAsync(host, width, height, theme, language);
        await page.GotoAsync(path);
        await page.SignInAsync(name);
        await page.WaitForSelectorAsync(".archive");
        return page;
    }
}

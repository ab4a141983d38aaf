using System.Diagnostics;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using CallIntake.Tests.Web.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallIntake.Tests.Browser;

[Trait("Category", "Browser")]
[Collection(nameof(BrowserGroup))]
public sealed class BoardInBrowserTests : ConsoleInBrowser
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 60_000 };

    [Fact]
    public async Task A_call_appears_changes_and_is_taken_without_reloading()
    {
        var page = await Chromium.SignInAsync(Site);
        await page.EvaluateAsync("window.sameDocument = true");
        var call = Fresh(SomeCall.Domestic()) with { Record = null, Turns = [] };

        await Site.OpenAsync(call);
        var card = page.Locator($"#card-{call.Id}");
        await Expect(card).ToBeVisibleAsync(Patient);
        await Site.ChangeAsync(call.Id, state => state with { Record = SomeCall.Domestic().Record, Turns = SomeCall.Domestic().Turns }, CallStages.Triaged);
        await Expect(card.Locator(".urg")).ToContainTextAsync("КРИТИЧНО");
        await Expect(card.Locator("u").First).ToHaveTextAsync("бьёт");
        await card.Locator(".do").ClickAsync();
        await Expect(card.Locator(".taken")).ToContainTextAsync("admin");

        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"));
        await Accessibility.AssertSoundAsync(page);
    }

    [Theory]
    [InlineData("dark", "ru")]
    [InlineData("light", "kk")]
    [InlineData("light", "en")]
    public async Task The_board_and_a_call_are_sound_for_everybody(string theme, string language)
    {
        var call = Fresh(SomeCall.Domestic());
        await Site.OpenAsync(call);
        await Site.OpenAsync(Fresh(SomeCall.Of(Urgency.Low)));
        await Site.OpenAsync(Fresh(SomeCall.Of(Urgency.Medium)) with { Record = null });
        var page = await Chromium.SignInAsync(Site, theme: theme, language: language);
        await Expect(page.Locator(".card")).ToHaveCountAsync(3);

        await Accessibility.AssertSoundAsync(page);
        await page.GotoAsync($"{Site.Url}/calls/{call.Id}");
        await Expect(page.Locator(".page h1")).ToBeVisibleAsync(Patient);
        await Accessibility.AssertSoundAsync(page);
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        var (first, second) = (Fresh(SomeCall.Domestic()), Fresh(SomeCall.Of(Urgency.High)));
        await Site.OpenAsync(first);
        await Site.OpenAsync(second);
        var page = await Chromium.SignInAsync(Site);
        await Expect(page.Locator(".card")).ToHaveCountAsync(2);

        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator($"#card-{second.Id}")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("KeyA");
        await Expect(page.Locator($"#card-{second.Id} .taken")).ToBeVisibleAsync(Patient);
        await page.Keyboard.PressAsync("Digit1");
        await Expect(page.Locator(".urgencies .critical")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Keyboard.PressAsync("Slash");
        await page.Keyboard.TypeAsync("1a");

        // Longer than the pause after which words are sought: the answer of the server must not wipe what is typed meanwhile.
        await page.WaitForURLAsync("**/?*1a*");
        await page.Keyboard.TypeAsync("s");
        await Expect(page.Locator(".search input")).ToHaveValueAsync("1as");
        Assert.Null((await StateOf(first.Id)).AcknowledgedBy);
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Shift+Slash");
        await Expect(page.Locator(".keys")).ToBeVisibleAsync(Patient);
        await Accessibility.AssertSoundAsync(page);
        await page.Locator(".mud-dialog input[type=checkbox]").UncheckAsync();
        await page.Locator(".mud-dialog-actions button").ClickAsync();
        await Expect(page.Locator(".keys")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("KeyS");
        await page.Locator(".urgencies .low").ClickAsync();
        await Expect(page.Locator(".urgencies .low")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.Locator(".chip.frozen")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_list_under_the_pointer_stands_still_until_it_is_left()
    {
        await Site.OpenAsync(Fresh(SomeCall.Of(Urgency.Low)));
        var page = await Chromium.SignInAsync(Site);
        await Expect(page.Locator(".card")).ToHaveCountAsync(1);
        await page.Locator(".card").HoverAsync();
        await Expect(page.Locator(".list[data-held=true]")).ToBeVisibleAsync(Patient);

        var critical = Fresh(SomeCall.Domestic());
        await Site.OpenAsync(critical);
        await Expect(page.Locator(".waiting.critical")).ToBeVisibleAsync(Patient);
        await Expect(page.Locator(".card")).ToHaveCountAsync(1);

        await page.Locator(".brand").HoverAsync();
        await Expect(page.Locator(".card").First).ToHaveIdAsync($"card-{critical.Id}");
    }

    [Fact]
    public async Task A_lost_connection_is_said_and_the_page_comes_back_by_itself()
    {
        await Site.OpenAsync(Fresh(SomeCall.Of(Urgency.Low)));
        var page = await Chromium.SignInAsync(Site);
        await page.EvaluateAsync("window.sameDocument = true");

        await Site.StopAsync();
        await Expect(page.Locator("#components-reconnect-modal")).ToContainTextAsync("Связь потеряна, данные на", new() { Timeout = 60_000 });
        await Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync(Patient);
        await Site.StartAgainAsync();

        await page.WaitForFunctionAsync("window.sameDocument !== true && document.querySelector('.board') !== null", null, new() { Timeout = 120_000 });
        await Expect(page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Nothing_important_is_below_the_fold_of_a_small_screen_and_a_telephone_shows_one_thing_at_a_time()
    {
        var call = Fresh(SomeCall.Domestic());
        await Site.OpenAsync(call);
        var page = await Chromium.SignInAsync(Site);
        await Expect(page.Locator(".turns u").First).ToBeInViewportAsync();
        await Expect(page.Locator(".acts .main")).ToBeInViewportAsync();
        Assert.False(await SidewaysAsync(page));

        await page.SetViewportSizeAsync(390, 844);
        Assert.False(await SidewaysAsync(page));
        await Expect(page.Locator(".panel")).ToBeHiddenAsync();
        await page.Locator(".card .addr").ClickAsync();
        await Expect(page.Locator(".panel")).ToBeVisibleAsync(Patient);
        await Expect(page.Locator(".list")).ToBeHiddenAsync();
        Assert.False(await SidewaysAsync(page));
        await page.Locator(".panel > .back").ClickAsync();
        await Expect(page.Locator(".list")).ToBeVisibleAsync(Patient);
    }

    [Fact]
    public async Task A_correction_that_lowers_the_urgency_asks_why()
    {
        var call = Fresh(SomeCall.Of(Urgency.High));
        await Site.OpenAsync(call);
        var page = await Chromium.SignInAsync(Site);

        await page.GetByRole(AriaRole.Button, new() { Name = "Исправить: Срочность" }).ClickAsync();
        await page.Locator(".mud-dialog input[value=low]").CheckAsync();
        await Expect(page.Locator(".mud-dialog p.missing")).ToContainTextAsync("напишите причину");
        await Accessibility.AssertSoundAsync(page);
        await page.Locator(".mud-dialog textarea").First.FillAsync("Уже тихо");
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();

        await Expect(page.Locator($"#card-{call.Id}")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("low"));
        Assert.Equal("Уже тихо", (await StateOf(call.Id)).Corrections.Single().Reason);
    }

    private static Task<bool> SidewaysAsync(IPage page) =>
        page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    /// <summary>The same call as if it had come just now: the board keeps only young ones.</summary>
    private static Call Fresh(Call call)
    {
        var now = TimeProvider.System.GetUtcNow();
        return call with { Id = Guid.CreateVersion7(now), StartedAt = now.AddSeconds(-40), EndedAt = call.EndedAt is null ? null : now.AddSeconds(-10) };
    }

    private async Task<Call> StateOf(Guid id)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromMinutes(1))
        {
            if (Site.Services.GetService(typeof(CallFeed)) is CallFeed feed && feed.Current.Calls.TryGetValue(id, out var call))
            {
                return call;
            }

            await Task.Yield();
        }

        throw new TimeoutException($"The call {id} is not on the board.");
    }
}

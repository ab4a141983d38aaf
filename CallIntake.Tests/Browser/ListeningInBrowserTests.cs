using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Engine.Triage;
using CallIntake.Tests.Support;
using CallIntake.Tests.Web.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallIntake.Tests.Browser;

[Trait("Category", "Browser")]
[Collection(nameof(BrowserGroup))]
public sealed class ListeningInBrowserTests : ConsoleInBrowser
{
    [Fact]
    public async Task Looking_at_a_call_is_not_listening_and_playing_it_is_one_event()
    {
        var call = await OpenAsync();
        var page = await Chromium.SignInAsync(Site);
        var asked = 0;
        page.Request += (_, request) => asked += request.Url.EndsWith("/recording", StringComparison.Ordinal) ? 1 : 0;
        await Expect(page.Locator(".panel .player [data-total]")).ToHaveTextAsync("00:30");
        await page.GotoAsync($"{Site.Url}/calls/{call.Id}");
        await Expect(page.Locator(".page .player [data-total]")).ToHaveTextAsync("00:30", new() { Timeout = 60_000 });
        Assert.Equal(0, asked);
        Assert.Empty(await ListenedAsync(call.Id));

        await Expect(page.Locator(".player input[type=range]")).ToHaveAttributeAsync("aria-valuetext", "00:00 / 00:30", new() { Timeout = 60_000 });
        await page.Locator("[data-play]").ClickAsync();
        await Expect(page.Locator(".ev .listened")).ToHaveCountAsync(1, new() { Timeout = 60_000 });

        // The length that the file itself has comes with the sound.
        await Expect(page.Locator(".player [data-total]")).ToHaveTextAsync("00:02");
        await page.WaitForFunctionAsync("document.querySelector('.player audio').ended");
        await page.Locator("[data-play]").ClickAsync();
        await page.WaitForFunctionAsync("!document.querySelector('.player audio').ended");

        Assert.NotEqual(0, asked);
        Assert.Contains("admin", Assert.Single(await ListenedAsync(call.Id)).Data, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<CallEvent>> ListenedAsync(Guid id) =>
        [.. (await Site.Services.GetRequiredService<CallHistory>().EventsAsync(id, CancellationToken.None)).Where(step => step.Stage == CallStages.Listened)];

    private async Task<Call> OpenAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var call = SomeCall.Of(Urgency.Low) with { Id = Guid.CreateVersion7(now), StartedAt = now.AddSeconds(-40), EndedAt = now.AddSeconds(-10), AudioPath = "call.wav" };
        Directory.CreateDirectory(Site.RecordingsFolder);
        await File.WriteAllBytesAsync(Path.Combine(Site.RecordingsFolder, "call.wav"), Wav.Make(16_000));
        await Site.OpenAsync(call);
        return call;
    }
}

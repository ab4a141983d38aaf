using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CallIntake.Tests.Browser;

/// <summary>Asks axe about a page.</summary>
internal static class Accessibility
{
    /// <summary>Fails with what axe found: the rule, and where.</summary>
    public static async Task AssertSoundAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Select(violation =>
            $"{violation.Id} ({violation.Impact}): {string.Join("; ", violation.Nodes.Take(3).Select(node => $"{node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}"))}"));
    }
}

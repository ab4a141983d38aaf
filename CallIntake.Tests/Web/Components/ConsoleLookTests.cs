using System.Globalization;
using System.Text.RegularExpressions;
using CallIntake.Engine.Hosting;
using CallIntake.Engine.Triage;
using CallIntake.Web.Components.Layout;
using MudBlazor;

namespace CallIntake.Tests.Web.Components;

public sealed partial class ConsoleLookTests
{
    private static readonly string Styles = File.ReadAllText(Path.Combine(ContentPaths.Find(AppContext.BaseDirectory).Root, "CallIntake.Web", "wwwroot", "app.css"));

    private static readonly Dictionary<string, string> Dark = Colours(":root");

    private static readonly Dictionary<string, string> Light = Colours("[data-theme=light]");

    [Fact]
    public void The_palette_of_MudBlazor_is_the_one_that_paints_before_it_has_started()
    {
        Same(Dark, ConsoleTheme.Theme.PaletteDark);
        Same(Light, ConsoleTheme.Theme.PaletteLight);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("muted")]
    [InlineData("accent")]
    [InlineData("hot")]
    [InlineData("ok")]
    [InlineData("high")]
    [InlineData("critical")]
    [InlineData("medium")]
    [InlineData("low")]
    public void Text_stands_out_from_its_ground_in_both_looks(string colour)
    {
        foreach (var look in new[] { Dark, Light })
        {
            Assert.All(["bg", "surface", "raised", "critical-tint", "high-tint", "medium-tint", "low-tint"], ground => Assert.InRange(Contrast(look[colour], look[ground]), 4.5, 21));
        }
    }

    [Fact]
    public void Urgencies_stand_out_from_their_own_tint_in_both_looks() => Assert.All(
        Urgencies.All.Select(info => info.Code),
        code => Assert.All(new[] { Dark, Light }, look =>
        {
            Assert.InRange(Contrast(look[code], look[code + "-tint"]), 4.5, 21);
            Assert.InRange(Contrast(look["text"], look[code + "-tint"]), 7, 21);
            Assert.InRange(Contrast(look["muted"], look[code + "-tint"]), 4.5, 21);
        }));

    [Fact]
    public void Every_shape_of_the_table_of_urgencies_is_drawn()
    {
        var shapes = File.ReadAllText(Path.Combine(ContentPaths.Find(AppContext.BaseDirectory).Root, "CallIntake.Web", "Components", "Layout", "UrgencyShapes.razor"));

        Assert.All(Urgencies.All, info => Assert.Contains($"id=\"shape-{info.Shape}\"", shapes, StringComparison.Ordinal));
    }

    [Fact]
    public void No_component_has_a_style_of_its_own()
    {
        var components = Path.Combine(ContentPaths.Find(AppContext.BaseDirectory).Root, "CallIntake.Web", "Components");

        Assert.All(
            Directory.EnumerateFiles(components, "*.razor", SearchOption.AllDirectories),
            file => Assert.DoesNotMatch(@"\s[Ss]tyle=""", File.ReadAllText(file)));
    }

    private static void Same(Dictionary<string, string> look, Palette palette)
    {
        Assert.Equal(look["bg"], Hex(palette.Background));
        Assert.Equal(look["surface"], Hex(palette.Surface));
        Assert.Equal(look["raised"], Hex(palette.BackgroundGray));
        Assert.Equal(look["line"], Hex(palette.Divider));
        Assert.Equal(look["text"], Hex(palette.TextPrimary));
        Assert.Equal(look["muted"], Hex(palette.TextSecondary));
        Assert.Equal(look["accent"], Hex(palette.Primary));
        Assert.Equal(look["on"], Hex(palette.PrimaryContrastText));
        Assert.Equal(look["critical"], Hex(palette.Error));
        Assert.Equal(look["high"], Hex(palette.Warning));
        Assert.Equal(look["ok"], Hex(palette.Success));
    }

    private static string Hex(MudBlazor.Utilities.MudColor colour) => colour.Value[..7];

    private static Dictionary<string, string> Colours(string selector)
    {
        var at = Styles.IndexOf(selector + " {", StringComparison.Ordinal);
        return Variable().Matches(Styles[at..Styles.IndexOf('}', at)]).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
    }

    /// <summary>Contrast of two colours after WCAG 2.2, 1 to 21.</summary>
    private static double Contrast(string left, string right)
    {
        var (a, b) = (Luminance(left), Luminance(right));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        var parts = Enumerable.Range(0, 3)
            .Select(i => int.Parse(hex.AsSpan(1 + (i * 2), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4))
            .ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex("--([a-z-]+): (#[0-9a-f]{6})")]
    private static partial Regex Variable();
}

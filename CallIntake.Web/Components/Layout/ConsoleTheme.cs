using MudBlazor;

namespace CallIntake.Web.Components.Layout;

/// <summary>
/// The console's look for MudBlazor: a dark and a light palette, compact, without capitals on buttons. The colours are those of
/// <c>app.css</c>, which paints before MudBlazor has started; a test holds the two together.
/// </summary>
public static class ConsoleTheme
{
    /// <summary>The look at night; the default.</summary>
    public const string Dark = "dark";

    /// <summary>The look by day.</summary>
    public const string Light = "light";

    /// <summary>Name of the cookie that keeps the choice.</summary>
    public const string Cookie = "theme";

    private static readonly string[] Fonts = ["Inter", "Noto Sans", "system-ui", "sans-serif"];

    /// <summary>The theme.</summary>
    public static MudTheme Theme { get; } = new()
    {
        PaletteDark = DarkPalette(),
        PaletteLight = LightPalette(),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.4", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Fonts, FontSize = "1rem", FontWeight = "600", TextTransform = "none", LetterSpacing = "normal", LineHeight = "1.4" },
            Body1 = new Body1Typography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.4", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Fonts, FontSize = ".93rem", LineHeight = "1.4", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = Fonts, FontSize = "1.2rem", FontWeight = "650", LetterSpacing = "normal" },
            Subtitle1 = new Subtitle1Typography { FontFamily = Fonts, FontSize = "1rem", LetterSpacing = "normal" },
        },
    };

    /// <summary>The look that a cookie asks for; dark where it asks for none that exists.</summary>
    public static string Known(string? theme) => theme == Light ? Light : Dark;

    private static PaletteDark DarkPalette() => new()
    {
        Background = "#0e1318",
        BackgroundGray = "#1c252e",
        Surface = "#151c23",
        DrawerBackground = "#151c23",
        AppbarBackground = "#151c23",
        AppbarText = "#e7eef5",
        TextPrimary = "#e7eef5",
        TextSecondary = "#9db0c1",
        TextDisabled = "#8597a7",
        ActionDefault = "#9db0c1",
        ActionDisabled = "#8597a7",
        ActionDisabledBackground = "#1c252e",
        Primary = "#5ab0ff",
        PrimaryContrastText = "#06131f",
        Error = "#ff5c5c",
        ErrorContrastText = "#06131f",
        Warning = "#ffa339",
        WarningContrastText = "#06131f",
        Success = "#57c785",
        SuccessContrastText = "#06131f",
        Info = "#5ab0ff",
        InfoContrastText = "#06131f",
        Divider = "#2a3540",
        DividerLight = "#2a3540",
        LinesDefault = "#2a3540",
        LinesInputs = "#6d8091",
        TableLines = "#2a3540",
        TableStriped = "#1c252e",
    };

    private static PaletteLight LightPalette() => new()
    {
        Background = "#eef2f5",
        BackgroundGray = "#f6f8fa",
        Surface = "#ffffff",
        DrawerBackground = "#ffffff",
        AppbarBackground = "#ffffff",
        AppbarText = "#17212b",
        TextPrimary = "#17212b",
        TextSecondary = "#526576",
        TextDisabled = "#667787",
        ActionDefault = "#526576",
        ActionDisabled = "#667787",
        ActionDisabledBackground = "#eef2f5",
        Primary = "#0b6bcb",
        PrimaryContrastText = "#ffffff",
        Error = "#c4161c",
        ErrorContrastText = "#ffffff",
        Warning = "#9a5200",
        WarningContrastText = "#ffffff",
        Success = "#177a43",
        SuccessContrastText = "#ffffff",
        Info = "#0b6bcb",
        InfoContrastText = "#ffffff",
        Divider = "#d3dce4",
        DividerLight = "#d3dce4",
        LinesDefault = "#d3dce4",
        LinesInputs = "#73879a",
        TableLines = "#d3dce4",
        TableStriped = "#f6f8fa",
    };
}

using System.Globalization;
using CallIntake.Web.Endpoints;
using Microsoft.AspNetCore.Components;

namespace CallIntake.Web.Components.Account;

/// <summary>
/// The document around the pages for signing in and for errors: no script, one small style sheet, the look and the language of the
/// console's cookies.
/// </summary>
public sealed partial class AccountDocument : ComponentBase
{
    private static readonly (string Code, string Name, string Full)[] Names =
        [("ru", "ру", "Русский"), ("kk", "қз", "Қазақша"), ("en", "en", "English")];

    /// <summary>Heading and title of the page.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = string.Empty;

    /// <summary>What stands on the sheet.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private string Theme => PreferenceEndpoints.ThemeOf(Http.Request);

    private string ThemeLink =>
        $"{PreferenceEndpoints.ThemePath}?t={(Theme == "dark" ? "light" : "dark")}&returnUrl={Uri.EscapeDataString(Here)}";

    /// <summary>This page again; after a refused form that is the page with the form.</summary>
    private string Here => Http.Request.Path + Http.Request.QueryString;

    private string CultureLink(string code) => $"{PreferenceEndpoints.CulturePath}?c={code}&returnUrl={Uri.EscapeDataString(Here)}";
}

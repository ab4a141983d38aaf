using CallIntake.Web.Identity;
using Microsoft.AspNetCore.Localization;

namespace CallIntake.Web.Endpoints;

/// <summary>Language and look of the screen: kept in cookies, chosen by links, also before signing in.</summary>
internal static class PreferenceEndpoints
{
    /// <summary>Path that sets the language.</summary>
    public const string CulturePath = "/culture";

    /// <summary>Path that sets the look of the pages that have no script.</summary>
    public const string ThemePath = "/theme";

    private const string ThemeCookie = "theme";

    /// <summary>Languages of the screen; the first is the one without a choice.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["ru", "kk", "en"];

    /// <summary>Registers the languages.</summary>
    public static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Languages[0]).AddSupportedCultures([.. Languages]).AddSupportedUICultures([.. Languages]);
            // Not the browser's own language: all consoles of a centre speak the same until somebody chooses.
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
        return services;
    }

    /// <summary>The look that a request asks for: dark where it asks for none.</summary>
    public static string ThemeOf(HttpRequest request) => request.Cookies[ThemeCookie] == "light" ? "light" : "dark";

    /// <summary>Maps the choices: <c>/culture?c=kk&amp;returnUrl=/history</c> and <c>/theme?t=light&amp;returnUrl=/Account/Login</c>.</summary>
    public static void MapPreferences(this IEndpointRouteBuilder app)
    {
        var choices = app.MapGroup(string.Empty).AllowAnonymous().ExcludeFromDescription();
        choices.MapGet(CulturePath, (HttpContext context, string? c, string? returnUrl) =>
        {
            if (c is not null && Languages.Contains(c, StringComparer.Ordinal))
            {
                Keep(context, CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(c)), httpOnly: true);
            }

            return TypedResults.LocalRedirect(ReturnUrl.Local(returnUrl));
        });
        choices.MapGet(ThemePath, (HttpContext context, string? t, string? returnUrl) =>
        {
            if (t is "dark" or "light")
            {
                // The console's own switch writes the same cookie from a script.
                Keep(context, ThemeCookie, t, httpOnly: false);
            }

            return TypedResults.LocalRedirect(ReturnUrl.Local(returnUrl));
        });
    }

    private static void Keep(HttpContext context, string name, string value, bool httpOnly) => context.Response.Cookies.Append(
        name,
        value,
        new CookieOptions { Path = "/", MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = httpOnly, IsEssential = true });
}

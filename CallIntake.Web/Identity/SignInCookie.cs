using CallIntake.Web.Endpoints;
using CallIntake.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace CallIntake.Web.Identity;

/// <summary>The cookie of a sign-in: a browser is led to the sign-in page, another program gets 401 or 403 and problem details.</summary>
internal static class SignInCookie
{
    /// <summary>Sets the cookie up.</summary>
    public static void Configure(CookieAuthenticationOptions options, IOptions<ConsoleOptions> console)
    {
        options.Cookie.Name = "callintake";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(console.Value.SignInHours);
        options.SlidingExpiration = true;
        options.LoginPath = AccountEndpoints.LoginPath;
        options.AccessDeniedPath = AccountEndpoints.AccessDeniedPath;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = SignInCheck.ValidateAsync;
        // The pages lead back themselves, by the stricter rules of ReturnUrl.
        options.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask;
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (Errors.WantsPage(context.Request))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            // The body, problem details, is written where every bare status gets one.
            context.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }
}

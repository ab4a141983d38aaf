using System.Security.Claims;
using CallIntake.Engine.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CallIntake.Web.Identity;

/// <summary>
/// Whether a sign-in still holds: the user exists, is not locked out, and neither password nor roles changed since. Thread-safe.
/// </summary>
internal sealed class SignInCheck(IServiceScopeFactory scopes, IOptions<IdentityOptions> options)
{
    /// <summary>How often live connections are looked at.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Asks the database; a database that does not answer leaves the sign-in as it is.</summary>
    public async Task<bool> IsValidAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await IsValidAsync(principal, scope.ServiceProvider);
        }
        catch (ObjectDisposedException)
        {
            // The host has ended; the connection that is looked at ends with it.
            return true;
        }
    }

    private async Task<bool> IsValidAsync(ClaimsPrincipal principal, IServiceProvider services)
    {
        var users = services.GetRequiredService<UserManager<AppUser>>();
        try
        {
            var user = await users.GetUserAsync(principal);
            return user is not null
                && principal.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType) == await users.GetSecurityStampAsync(user);
        }
        catch (Exception exception) when (IsDatabaseAway(exception))
        {
            // Dispatchers keep their live board while the database is away; new sign-ins fail.
            Log.SignInNotChecked(services.GetRequiredService<ILogger<SignInCheck>>(), exception);
            return true;
        }
    }

    /// <summary>
    /// Looks at the cookie of a request, once a minute for each. While the database is away the sign-in stays as it is: a dispatcher who
    /// reloads the board in an outage must see it.
    /// </summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        try
        {
            await SecurityStampValidator.ValidatePrincipalAsync(context);
        }
        catch (Exception exception) when (IsDatabaseAway(exception))
        {
            Log.SignInNotChecked(context.HttpContext.RequestServices.GetRequiredService<ILogger<SignInCheck>>(), exception);
        }
    }

    private static bool IsDatabaseAway(Exception exception) =>
        exception is System.Data.Common.DbException or TimeoutException || (exception is InvalidOperationException && exception.GetBaseException() is System.Data.Common.DbException);
}

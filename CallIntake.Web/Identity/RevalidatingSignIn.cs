using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace CallIntake.Web.Identity;

/// <summary>Looks once a minute whether a circuit's sign-in still holds, so that a removed dispatcher loses the live board.</summary>
internal sealed class RevalidatingSignIn(ILoggerFactory loggerFactory, SignInCheck check) : RevalidatingServerAuthenticationStateProvider(loggerFactory)
{
    /// <inheritdoc />
    protected override TimeSpan RevalidationInterval => SignInCheck.Interval;

    /// <inheritdoc />
    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        check.IsValidAsync(authenticationState.User, cancellationToken);
}

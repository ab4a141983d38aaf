using CallIntake.Engine.Data;
using CallIntake.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace CallIntake.Web.Identity;

/// <summary>Who may do what, by roles. Without a policy of its own a route needs a sign-in (the fallback policy).</summary>
internal static class Policies
{
    /// <summary>Exports many calls at once: supervisors, administrators, auditors.</summary>
    public const string Export = "export";

    /// <summary>Reads figures: everybody signed in, and where <see cref="ConsoleOptions.MetricsWithoutSignIn"/> says so a collector on this machine.</summary>
    public const string Metrics = "metrics";

    /// <summary>Registers the policies.</summary>
    public static IServiceCollection AddPolicies(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Export, policy => policy.RequireRole(Roles.Supervisor, Roles.Administrator, Roles.Auditor))
            .AddPolicy(Metrics, policy => policy.RequireAssertion(context =>
                context.User.Identity?.IsAuthenticated == true || (context.Resource is HttpContext http && IsCollectorHere(http))));
        return services;
    }

    /// <summary>
    /// A request from this machine itself. One that a proxy passed on is not: behind a proxy every request comes from the loopback.
    /// </summary>
    private static bool IsCollectorHere(HttpContext http) =>
        http.RequestServices.GetRequiredService<IOptions<ConsoleOptions>>().Value.MetricsWithoutSignIn
        && http.Connection.RemoteIpAddress is { } address && System.Net.IPAddress.IsLoopback(address)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");
}

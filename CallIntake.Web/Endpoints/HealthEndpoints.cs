using CallIntake.Engine.Triage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CallIntake.Web.Endpoints;

/// <summary>
/// The host's state for whoever watches it, without a sign-in: <c>/health/live</c> says that the process answers, <c>/health/ready</c>
/// names every part with its state and a sentence. 503 only where calls cannot be taken or kept: the port for Asterisk or the database.
/// </summary>
internal static class HealthEndpoints
{
    /// <summary>Whether the process answers.</summary>
    public const string LivePath = "/health/live";

    /// <summary>Every part by name.</summary>
    public const string ReadyPath = "/health/ready";

    /// <summary>Maps both.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks(LivePath, new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks(ReadyPath, new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new HealthAnswer(
            Word(report.Status),
            report.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .ToDictionary(entry => entry.Key, entry => new HealthPart(Word(entry.Value.Status), entry.Value.Description, Math.Round(entry.Value.Duration.TotalMilliseconds, 1)))),
        TriageJson.Compact,
        context.RequestAborted);

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "degraded",
        _ => "down",
    };
}

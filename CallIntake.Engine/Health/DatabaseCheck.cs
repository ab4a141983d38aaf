using System.Data.Common;
using CallIntake.Engine.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CallIntake.Engine.Health;

/// <summary>Whether the database answers and takes what is written.</summary>
internal sealed class DatabaseCheck(IDbContextFactory<CallDbContext> contexts, CallStorageStatus status) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (status.Problem is { } problem)
        {
            return HealthCheckResult.Unhealthy(
                $"The database has not taken writes since {problem.Since:u}: {problem.Message} {status.UnsavedChanges} changes are kept in memory and in the emergency journal.");
        }

        try
        {
            await using var database = contexts.CreateDbContext();
            await database.Calls.AsNoTracking().Select(call => call.Id).FirstOrDefaultAsync(cancellationToken);
            return status.UnsavedChanges == 0
                ? HealthCheckResult.Healthy("The database answers.")
                : HealthCheckResult.Degraded($"The database answers; {status.UnsavedChanges} changes wait to be written.");
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy($"The database does not answer: {exception.GetBaseException().Message}", exception);
        }
    }
}

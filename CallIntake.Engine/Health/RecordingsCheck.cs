using CallIntake.Engine.Calls;
using CallIntake.Engine.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Health;

/// <summary>Whether recordings can be written: tries it with an empty file.</summary>
internal sealed class RecordingsCheck(IOptions<RecordingsOptions> options, ContentPaths paths) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var folder = paths.Resolve(options.Value.Path);
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".probe-{Guid.NewGuid():N}");
            await using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose))
            {
            }

            return HealthCheckResult.Healthy("Recordings can be written.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Degraded($"Recordings cannot be written (Recordings:Path): {exception.Message}", exception);
        }
    }
}

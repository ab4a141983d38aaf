using System.Globalization;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Health;

/// <summary>Whether there is room for recordings: an hour of one call takes about 58 MB.</summary>
internal sealed class DiskCheck(IOptions<RecordingsOptions> options, ContentPaths paths) : IHealthCheck
{
    private const long Gigabyte = 1L << 30;

    /// <summary>Free bytes below which a person should act.</summary>
    public const long Scarce = 2 * Gigabyte;

    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var folder = NearestExisting(paths.Resolve(options.Value.Path));
            var free = new DriveInfo(folder).AvailableFreeSpace;
            return Task.FromResult(Judge(free));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Task.FromResult(HealthCheckResult.Degraded($"The free space for recordings is not known: {exception.Message}", exception));
        }
    }

    /// <summary>What so many free bytes mean.</summary>
    internal static HealthCheckResult Judge(long free)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"{(double)free / Gigabyte:0.0} GB are free for recordings");
        return free >= Scarce ? HealthCheckResult.Healthy(words + ".") : HealthCheckResult.Degraded(words + "; make room or move Recordings:Path.");
    }

    private static string NearestExisting(string path)
    {
        var folder = path;
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
        {
            folder = parent;
        }

        return folder;
    }
}

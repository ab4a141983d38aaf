using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CallIntake.Engine.Health;

/// <summary>The state of the engine's parts, by name, each with a sentence for a person.</summary>
public static class HealthServiceCollectionExtensions
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Registers the checks of database, recordings, disk, prompts and the port for Asterisk; hearing is checked by the speech folder itself.
    /// Only a dead database or port makes the host as a whole unready: without any other part calls still reach a human.
    /// </summary>
    public static IServiceCollection AddPartChecks(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", HealthStatus.Unhealthy, Tags, Deadline)
            .AddCheck<AgiCheck>("agi", HealthStatus.Unhealthy, Tags, Deadline)
            .AddCheck<RecordingsCheck>("recordings", HealthStatus.Degraded, Tags, Deadline)
            .AddCheck<DiskCheck>("disk", HealthStatus.Degraded, Tags, Deadline)
            .AddCheck<PromptsCheck>("prompts", HealthStatus.Degraded, Tags, Deadline);
        return services;
    }

    private static string[] Tags { get; } = ["ready"];
}

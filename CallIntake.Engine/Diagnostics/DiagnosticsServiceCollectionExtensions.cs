using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CallIntake.Engine.Diagnostics;

/// <summary>What the engine tells of itself: figures and the state of its parts.</summary>
internal static class DiagnosticsServiceCollectionExtensions
{
    /// <summary>Registers the figures and the checks of the parts.</summary>
    public static IServiceCollection AddDiagnostics(this IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton<EngineMetrics>();
        return services;
    }
}

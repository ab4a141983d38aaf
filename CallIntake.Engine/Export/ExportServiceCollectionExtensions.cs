using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CallIntake.Engine.Export;

/// <summary>Registers the export.</summary>
internal static class ExportServiceCollectionExtensions
{
    /// <summary>CSV of stored calls; needs the storage.</summary>
    public static IServiceCollection AddExport(this IServiceCollection services)
    {
        services.TryAddSingleton<CallCsvExport>();
        return services;
    }
}

using CallIntake.Engine.Calls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Data;

/// <summary>Registers the storage.</summary>
internal static class DataServiceCollectionExtensions
{
    /// <summary>
    /// The database by <c>Database:Provider</c>, the recorder and what runs behind it. Needs <see cref="Hosting.ContentPaths"/>. The tables
    /// are brought up to date while the hosted services start; a service registered later finds them ready. Commands that do not start the
    /// host get contexts and history all the same.
    /// </summary>
    public static IServiceCollection AddCallStorage(this IServiceCollection services)
    {
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<CallFeed>();
        services.AddMetrics();
        return services.AddContexts().AddRecorder();
    }

    private static IServiceCollection AddContexts(this IServiceCollection services)
    {
        services.TryAddSingleton<IDbContextFactory<CallDbContext>, CallDbContextFactory>();
        services.TryAddScoped(provider => provider.GetRequiredService<IDbContextFactory<CallDbContext>>().CreateDbContext());
        return services;
    }

    private static IServiceCollection AddRecorder(this IServiceCollection services)
    {
        services.TryAddSingleton<CallStorageStatus>();
        services.TryAddSingleton<StorageMetrics>();
        services.TryAddSingleton<CallMemory>();
        services.TryAddSingleton<CallWriteQueue>();
        services.TryAddSingleton<UnsavedJournal>();
        services.TryAddSingleton<CallStore>();
        services.TryAddSingleton<CallRebase>();
        services.TryAddSingleton<CallWriter>();
        services.TryAddSingleton<BoardPolicy>();
        services.TryAddSingleton<CallRecorder>();
        services.TryAddSingleton<ICallRecorder>(provider => provider.GetRequiredService<CallRecorder>());
        services.TryAddSingleton(provider => new CallHistory(
            provider.GetRequiredService<IDbContextFactory<CallDbContext>>(), provider.GetRequiredService<CallMemory>()));
        services.TryAddSingleton<CallRecovery>();
        services.AddHostedService<CallStorageService>();
        services.TryAddSingleton<BoardKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<BoardKeeper>());
        return services;
    }
}

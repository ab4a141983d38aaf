using CallIntake.Web.Components.Calls;
using CallIntake.Web.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CallIntake.Web.Live;

/// <summary>The live side of the console.</summary>
internal static class LiveServiceCollectionExtensions
{
    /// <summary>Registers the circuit's view of the board, the clock and its zone, the keys, the state of the parts and who listened.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ConsoleZone>();
        services.AddSingleton<ConsoleClock>();
        services.AddSingleton<PartsMonitor>();
        services.AddHostedService(provider => provider.GetRequiredService<PartsMonitor>());
        services.AddSingleton<PlaybackJournal>();
        services.AddSingleton<ICallArchive, CallArchive>();
        services.AddScoped<LiveView>();
        services.AddScoped<KeyRing>();
        services.AddScoped<ConsoleScript>();
        services.AddScoped<DeskActions>();
        services.AddSingleton<SampleCalls>();
        return services;
    }
}

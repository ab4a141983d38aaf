using CallIntake.Web.Components.Calls;
using CallIntake.Web.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CallIntake.Web.Live;

/// <summary>The live side of the console.</summary>
internal static class LiveServiceCollectionExtensions
{
    /// <summary>Registers the circuit's view of the board, the clock and its zone, the keys and the state of the parts.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ConsoleZone>();
        services.AddSingleton<ConsoleClock>();
        services.AddSingleton<PartsMonitor>();
        services.AddSingleton<ICallArchive, CallArchive>();
        services.AddScoped<LiveView>();
        services.AddScoped<KeyRing>();
        services.AddScoped<ConsoleScript>();
        services.AddScoped<DeskActions>();
        services.AddSingleton<SampleCalls>();
        return services;
    }
}

using CallIntake.Engine.Agi;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Conversation;
using CallIntake.Engine.Data;
using CallIntake.Engine.Diagnostics;
using CallIntake.Engine.Export;
using CallIntake.Engine.Hosting;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Triage;
using CallIntake.Engine.Triage.Address;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CallIntake.Engine;

/// <summary>The engine's table of contents.</summary>
public static class EngineServiceCollectionExtensions
{
    /// <summary>Everything that answers calls; the ports are opened by <see cref="EngineKestrelExtensions"/>.</summary>
    public static IServiceCollection AddCallEngine(this IServiceCollection services, ContentPaths paths)
    {
        services.TryAddSingleton(paths);
        services.TryAddSingleton(TimeProvider.System);
        services
            .AddDiagnostics()
            .AddAgi()
            .AddCalls()
            .AddConversation()
            .AddSpeech()
            .AddTriage()
            .AddAddressReading()
            .AddCallStorage()
            .AddExport();

        // Where the configuration names a language model, the triage has registered its own before.
        services.TryAddSingleton<ITriageRefiner, NoRefiner>();
        return services;
    }
}

using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Hints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Calls;

/// <summary>Registers what leads a call.</summary>
internal static class CallsServiceCollectionExtensions
{
    /// <summary>Calls: session, board, desk, recordings.</summary>
    public static IServiceCollection AddCalls(this IServiceCollection services)
    {
        services.AddOptions<SpeechOptions>().PostConfigure<IOptions<RecordingsOptions>>(
            (speech, recordings) => speech.SparePath ??= Path.Combine(recordings.Value.Path, "spoken"));
        services.AddOptions<RecordingsOptions>().BindConfiguration(RecordingsOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<CallFeed>();
        services.TryAddSingleton<CallDesk>();
        services.TryAddSingleton<CallRecordings>();
        services.TryAddSingleton<CallAftercare>();
        services.AddHostedService(provider => provider.GetRequiredService<CallAftercare>());
        services.TryAddSingleton<CallParts>();
        services.TryAddSingleton<IStreetNames, GazetteerStreets>();
        services.TryAddSingleton<ICallHandler, CallHandler>();
        return services;
    }
}

using CallIntake.Engine.Agi.Peer;
using CallIntake.Engine.Calls;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Agi;

/// <summary>The FastAGI server's own services; it listens by <see cref="EngineKestrelExtensions"/> and needs an ICallHandler.</summary>
internal static class AgiServiceCollectionExtensions
{
    public static IServiceCollection AddAgi(this IServiceCollection services)
    {
        services.AddOptions<AgiOptions>().BindConfiguration(AgiOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AgiOptions>, AgiOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<AgiConnectionHandler>();
        services.TryAddSingleton<TestCaller>();
        services.TryAddSingleton<ITestCalls, TestCalls>();
        return services;
    }
}

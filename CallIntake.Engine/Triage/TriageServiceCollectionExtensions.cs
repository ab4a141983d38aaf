using CallIntake.Engine.Hosting;
using CallIntake.Engine.Triage.Address;
using CallIntake.Engine.Triage.Classifier;
using CallIntake.Engine.Triage.Counting;
using CallIntake.Engine.Triage.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Triage;

/// <summary>Registers the embedded triage.</summary>
internal static class TriageServiceCollectionExtensions
{
    /// <summary>Adds <see cref="ITriage"/> with its rules and the reading of addresses; needs <see cref="ContentPaths"/>.</summary>
    public static IServiceCollection AddTriage(this IServiceCollection services)
    {
        services.AddOptions<TriageOptions>().BindConfiguration(TriageOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TriageOptions>, TriageOptionsValidator>());
        services.AddAddressReading();
        services.TryAddSingleton(provider => RuleBookReader.Read(Resolve(provider, options => options.Rules)));
        services.TryAddSingleton<ICallJudge>(provider => new RuleJudge(provider.GetRequiredService<RuleBook>()));
        services.TryAddSingleton<ITriage>(CreateTriage);
        return services;
    }

    private static EmbeddedTriage CreateTriage(IServiceProvider provider) => new(
        provider.GetRequiredService<RuleBook>(),
        provider.GetRequiredService<ICallJudge>(),
        provider.GetRequiredService<IAddressReader>(),
        provider.GetRequiredService<IPeopleCounter>(),
        provider.GetRequiredService<IOptions<TriageOptions>>().Value,
        provider.GetRequiredService<ILogger<EmbeddedTriage>>());

    private static string Resolve(IServiceProvider provider, Func<TriageOptions, string> path) =>
        provider.GetRequiredService<ContentPaths>().Resolve(path(provider.GetRequiredService<IOptions<TriageOptions>>().Value));
}

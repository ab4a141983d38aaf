using CallIntake.Engine.Hosting;
using CallIntake.Engine.Triage.Address;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Triage.Refining;

/// <summary>Registers the second look by a language model.</summary>
internal static class RefiningServiceCollectionExtensions
{
    /// <summary>Adds <see cref="ITriageRefiner"/> for the configured backend; none by default.</summary>
    public static IServiceCollection AddRefining(this IServiceCollection services)
    {
        services.AddOptions<LanguageModelOptions>().BindConfiguration(LanguageModelOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LanguageModelOptions>, LanguageModelOptionsValidator>());
        services.TryAddSingleton(Create);
        return services;
    }

    private static ITriageRefiner Create(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<LanguageModelOptions>>().Value;
        if (options.Backend == LanguageModelBackend.None)
        {
            return new NoRefiner();
        }

        var time = provider.GetRequiredService<TimeProvider>();
        var prompt = PromptFile.Read(provider.GetRequiredService<ContentPaths>().Resolve(options.Prompt));
        var client = LanguageModelServices.CreateClient(options, provider.GetRequiredService<IConfiguration>());
        return new LanguageModelRefiner(
            new LanguageModel(client, prompt, LanguageModelServices.Format(options), options.MaximumTokens),
            new ModelMerge(provider.GetRequiredService<IAddressReader>()),
            new CircuitBreaker(options.BreakAfter, TimeSpan.FromSeconds(options.BreakSeconds), time),
            options,
            time,
            provider.GetRequiredService<ILogger<LanguageModelRefiner>>());
    }
}

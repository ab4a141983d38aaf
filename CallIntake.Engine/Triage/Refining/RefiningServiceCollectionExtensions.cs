using CallIntake.Engine.Hosting;
using CallIntake.Engine.Triage.Address;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
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
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<LanguageModelState>();
        services.TryAddSingleton(provider => new LanguageModelProbe(provider));
        services.AddHealthChecks().AddCheck<LanguageModelCheck>("language_model", HealthStatus.Degraded, ["ready"]);
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
        return new LanguageModelRefiner(
            CreateModel(provider, options),
            new ModelMerge(provider.GetRequiredService<IAddressReader>()),
            new CircuitBreaker(options.BreakAfter, TimeSpan.FromSeconds(options.BreakSeconds), time),
            provider.GetRequiredService<LanguageModelState>(),
            options,
            time,
            provider.GetRequiredService<ILogger<LanguageModelRefiner>>());
    }

    /// <summary>The configured model with its prompt; the backend must not be none.</summary>
    internal static LanguageModel CreateModel(IServiceProvider provider, LanguageModelOptions options)
    {
        var prompt = PromptFile.Read(provider.GetRequiredService<ContentPaths>().Resolve(options.Prompt));
        var client = LanguageModelServices.CreateClient(options, provider.GetRequiredService<IConfiguration>());
        return new LanguageModel(client, prompt, LanguageModelServices.Format(options), options.MaximumTokens);
    }
}

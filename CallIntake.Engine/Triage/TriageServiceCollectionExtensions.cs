using System.Text.Json;
using CallIntake.Engine.Hosting;
using CallIntake.Engine.Triage.Address;
using CallIntake.Engine.Triage.Classifier;
using CallIntake.Engine.Triage.Counting;
using CallIntake.Engine.Triage.Refining;
using CallIntake.Engine.Triage.Rules;
using CallIntake.Engine.Triage.Training;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
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
        services.TryAddSingleton(CreateJudge);
        services.TryAddSingleton<ITriage>(CreateTriage);
        services.AddHostedService<TriageWarmUp>();
        services.AddHealthChecks().AddCheck<TriageCheck>("triage", HealthStatus.Degraded, ["ready"]);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ITriageTrainer, TriageTrainer>();
        return services.AddRefining();
    }

    private static EmbeddedTriage CreateTriage(IServiceProvider provider) => new(
        provider.GetRequiredService<RuleBook>(),
        provider.GetRequiredService<ICallJudge>(),
        provider.GetRequiredService<IAddressReader>(),
        provider.GetRequiredService<IPeopleCounter>(),
        provider.GetRequiredService<IOptions<TriageOptions>>().Value,
        provider.GetRequiredService<ILogger<EmbeddedTriage>>());

    private static ICallJudge CreateJudge(IServiceProvider provider)
    {
        var logger = provider.GetRequiredService<ILogger<EmbeddedTriage>>();
        var (book, file) = (provider.GetRequiredService<RuleBook>(), Resolve(provider, options => options.Model));
        try
        {
            var model = ModelFile.Read(file);
            logger.Ready(book.Version, model.Card.Version);
            return new TrainedJudge(model, book);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or JsonException)
        {
            logger.ModelUnusable(file, exception.Message);
            return new RuleJudge(book);
        }
    }

    private static string Resolve(IServiceProvider provider, Func<TriageOptions, string> path) =>
        provider.GetRequiredService<ContentPaths>().Resolve(path(provider.GetRequiredService<IOptions<TriageOptions>>().Value));
}

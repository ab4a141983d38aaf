using CallIntake.Engine.Speech.Providers;
using CallIntake.Engine.Speech.Recognition;
using CallIntake.Engine.Speech.Synthesis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech;

/// <summary>
/// Whether calls can be heard and sentences spoken by what the chains name: what is configured and in its place, and how it did when last
/// used. Asks nobody and loads nothing. Never worse than degraded: without it the host answers calls and hands them to humans.
/// </summary>
internal sealed class SpeechHealthCheck(
    IServiceProvider services, IOptions<RecognitionOptions> hearing, IOptions<SynthesisOptions> speaking, ProviderHealth health) : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        var ears = ChainEntry.Of(hearing.Value.Chain).ToArray();
        var voices = ChainEntry.Of(speaking.Value.Chain).ToArray();
        var faults = ears.Select(entry => Fault<ISpeechRecognizer>(entry.Name, entry.Language, ProviderHealth.Hearing(entry.Name)))
            .Concat(voices.Select(entry => Fault<ISpeechSynthesizer>(entry.Name, entry.Language, ProviderHealth.Speaking(entry.Name))))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return faults.Length == 0
            ? HealthCheckResult.Healthy($"hears with {Join(ears)}; speaks with {(voices.Length == 0 ? "recorded phrases" : Join(voices))}")
            : HealthCheckResult.Degraded(string.Join(' ', faults));
    }

    private string? Fault<T>(string name, string language, string part)
        where T : notnull
    {
        var missing = (services.GetRequiredKeyedService<T>(name) as IDescribed)?.Describe(language).Missing;
        var fault = missing is null ? health.Fault(part) : $"{name}: {missing}";
        return fault ?? (health.IsResting(name) ? $"{name}: not asked for the moment, it failed repeatedly." : null);
    }

    private static string Join(ChainEntry[] entries) => string.Join(", ", entries.Select(entry => entry.Name).Distinct(StringComparer.Ordinal));
}

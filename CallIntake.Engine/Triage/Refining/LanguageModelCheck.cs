using CallIntake.Engine.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Triage.Refining;

/// <summary>Whether the language model answered when it was last asked; asks nothing itself. Degraded at worst: the embedded judgement stands.</summary>
internal sealed class LanguageModelCheck(IOptions<LanguageModelOptions> options, LanguageModelState state) : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        if (options.Value.Backend == LanguageModelBackend.None)
        {
            return HealthCheckResult.Healthy("None is configured; rules and classifier judge alone.", new Dictionary<string, object> { [PartData.NotConfigured] = true });
        }

        var name = LanguageModelServices.Name(options.Value);
        return state switch
        {
            { Current: { } fault } => HealthCheckResult.Degraded($"{name} has not answered since {fault.Since:u} ({fault.Outcome}); the embedded judgement stands."),
            { WasAsked: false } => HealthCheckResult.Healthy($"{name} was not asked yet."),
            _ => HealthCheckResult.Healthy($"{name} answers."),
        };
    }
}

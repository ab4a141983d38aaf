using CallIntake.Engine.Triage.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CallIntake.Engine.Triage.Classifier;

/// <summary>Whether the embedded triage has its trained model; degraded where the rules judge alone.</summary>
internal sealed class TriageCheck(IServiceProvider services) : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        try
        {
            var rules = services.GetRequiredService<RuleBook>().Version;
            return services.GetRequiredService<ICallJudge>().Version is { } model
                ? HealthCheckResult.Healthy($"Judges with {rules} and model {model}.")
                : HealthCheckResult.Degraded($"The trained model cannot be used ({TriageOptions.SectionName}:Model): {rules} judge alone. Train one with: triage train");
        }
        catch (RuleBookException exception)
        {
            return HealthCheckResult.Degraded(exception.Message, exception);
        }
    }
}

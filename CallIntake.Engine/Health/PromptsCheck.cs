using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Synthesis;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CallIntake.Engine.Health;

/// <summary>Whether every fixed phrase is recorded in both languages of the callers.</summary>
internal sealed class PromptsCheck(PromptCatalogue prompts) : IHealthCheck
{
    private const int MostNamed = 10;

    private static readonly string[] Languages = ["ru", "kk"];

    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        try
        {
            var missing = prompts.Keys
                .SelectMany(key => Languages.Where(language => !File.Exists(prompts.PathOf(key, language))).Select(language => $"{language}/{key}"))
                .ToList();
            return missing.Count == 0
                ? HealthCheckResult.Healthy($"All {prompts.Keys.Count} phrases are recorded in {string.Join(" and ", Languages)}.")
                : HealthCheckResult.Degraded($"{missing.Count} recorded phrases are missing: {string.Join(", ", missing.Take(MostNamed))}{(missing.Count > MostNamed ? " …" : string.Empty)}");
        }
        catch (SpeechException exception)
        {
            return HealthCheckResult.Degraded(exception.Message, exception);
        }
    }
}

using CallIntake.Engine.Hosting;
using CallIntake.Engine.Speech.Recognition;
using CallIntake.Engine.Speech.Whisper;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech;

/// <summary>
/// Whether calls can be heard. A model that is missing or damaged is degraded, not dead: the host answers calls and hands them to humans.
/// </summary>
internal sealed class SpeechHealthCheck(IOptions<RecognitionOptions> options, IOptions<WhisperOptions> whisper, WhisperModel model, ContentPaths paths)
    : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        var names = options.Value.Chain("ru").Concat(options.Value.Chain("kk")).Distinct(StringComparer.Ordinal).ToArray();
        var chains = string.Join(", ", names);
        if (!names.Contains(WhisperRecognizer.RecognizerName, StringComparer.Ordinal) || model.IsLoaded)
        {
            return HealthCheckResult.Healthy($"hears with {chains}");
        }

        if (model.LastFailure is { } failure)
        {
            return HealthCheckResult.Degraded(failure);
        }

        return File.Exists(paths.Resolve(whisper.Value.Model))
            ? HealthCheckResult.Healthy("the model is being loaded")
            : HealthCheckResult.Degraded($"{WhisperOptions.SectionName}:Model: {whisper.Value.Model} does not exist");
    }
}

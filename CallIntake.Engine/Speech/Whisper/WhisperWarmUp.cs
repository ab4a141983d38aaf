using CallIntake.Engine.Speech.Recognition;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Whisper;

/// <summary>
/// Loads the model in the background when the host starts, where a chain names it. The host serves at once; a model that cannot be loaded
/// is logged and shown by health, and calls go to humans.
/// </summary>
internal sealed class WhisperWarmUp(IServiceProvider services, IOptions<RecognitionOptions> options, ILogger<WhisperWarmUp> logger) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (!options.Value.Chain("ru").Concat(options.Value.Chain("kk")).Contains(WhisperRecognizer.RecognizerName, StringComparer.Ordinal))
        {
            return;
        }

        try
        {
            await services.GetRequiredService<WhisperRecognizer>().WarmUpAsync(stoppingToken);
        }
        catch (SpeechException exception)
        {
            logger.WarmUpFailed(WhisperRecognizer.RecognizerName, exception);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops before the model was read.
        }
    }
}

using CallIntake.Engine.Speech.Providers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Recognition;

/// <summary>
/// Loads a recogniser's model in the background when the host starts, where a chain names it. The host serves at once; the first caller
/// does not wait for the model, and one that cannot be used is logged and shown by health before anybody calls.
/// </summary>
internal sealed class RecognizerWarmUp(
    string recognizer, Func<CancellationToken, Task> warmUp, IOptions<RecognitionOptions> options, ILogger<RecognizerWarmUp> logger) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (!ChainEntry.Of(options.Value.Chain).Any(entry => entry.Name == recognizer))
        {
            return;
        }

        try
        {
            await warmUp(stoppingToken);
        }
        catch (SpeechException exception)
        {
            logger.WarmUpFailed(recognizer, exception);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops before the model was read.
        }
    }
}

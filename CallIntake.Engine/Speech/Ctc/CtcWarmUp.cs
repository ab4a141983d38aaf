using CallIntake.Engine.Speech.Recognition;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Ctc;

/// <summary>
/// Loads the CTC models that the chains name in the background when the host starts and lets them hear a second of silence: the first
/// caller does not wait for it, and a model that cannot be used shows in health before anybody calls.
/// </summary>
internal sealed class CtcWarmUp(RecognizerChains chains, IOptions<RecognitionOptions> options, ILogger<CtcWarmUp> logger) : BackgroundService
{
    private const int SampleRate = 8000;
    private static readonly string[] Ctc = [GigaamRecognizer.RecognizerName, ToneRecognizer.RecognizerName];

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        foreach (var name in Ctc.Intersect(options.Value.Chain("ru").Concat(options.Value.Chain("kk")), StringComparer.Ordinal))
        {
            try
            {
                await chains.Only(name, "ru").HearAsync(new SpeechAudio(new short[SampleRate], SampleRate), new RecognitionRequest(), stoppingToken);
            }
            catch (SpeechException exception)
            {
                logger.WarmUpFailed(name, exception);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }
}

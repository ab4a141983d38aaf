using System.Diagnostics;
using CallIntake.Engine.Speech.Providers;
using Microsoft.Extensions.Logging;

namespace CallIntake.Engine.Speech.Recognition;

/// <summary>Logs the shape of what a recogniser heard, the words at Trace only, and remembers whether it could hear.</summary>
internal sealed class LoggingRecognizer(ISpeechRecognizer inner, ProviderHealth health, ILogger logger) : ISpeechRecognizer
{
    /// <inheritdoc />
    public string Name => inner.Name;

    /// <inheritdoc />
    public IReadOnlyCollection<string> Languages => inner.Languages;

    /// <inheritdoc />
    public async Task<SpeechRecognition> RecognizeAsync(SpeechAudio audio, RecognitionRequest request, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var heard = await inner.RecognizeAsync(audio, request, cancellationToken);
            health.Succeeded(ProviderHealth.Hearing(Name));
            logger.Heard(heard.Recognizer, heard.Words.Count, Stopwatch.GetElapsedTime(started), heard.Language, heard.Confidence);
            logger.HeardSensitive(heard.Recognizer, heard.Text);
            return heard;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // What others throw may hold anything; the message of our own exception is made to be shown.
            health.Failed(ProviderHealth.Hearing(Name), exception is SpeechException ? exception.Message : $"{Name}: {exception.GetType().Name}");
            logger.RecognizerFailed(Name, exception);
            throw;
        }
    }
}

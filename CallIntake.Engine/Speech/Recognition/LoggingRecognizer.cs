using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace CallIntake.Engine.Speech.Recognition;

/// <summary>Logs the shape of what a recogniser heard; the words at Trace only.</summary>
internal sealed class LoggingRecognizer(ISpeechRecognizer inner, ILogger logger) : ISpeechRecognizer
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
            logger.Heard(heard.Recognizer, heard.Words.Count, Stopwatch.GetElapsedTime(started), heard.Language, heard.Confidence);
            logger.HeardSensitive(heard.Recognizer, heard.Text);
            return heard;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.RecognizerFailed(Name, exception);
            throw;
        }
    }
}

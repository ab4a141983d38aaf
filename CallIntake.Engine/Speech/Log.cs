using Microsoft.Extensions.Logging;

namespace CallIntake.Engine.Speech;

/// <summary>What speech logs. What was said stands at Trace only.</summary>
internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Information, "Whisper model {Path} loaded in {Elapsed}")]
    public static partial void WhisperLoaded(this ILogger logger, string path, TimeSpan elapsed);

    [LoggerMessage(4002, LogLevel.Error, "Calls go to humans until the recogniser works")]
    public static partial void WhisperNotLoaded(this ILogger logger, Exception exception);

    [LoggerMessage(4003, LogLevel.Warning, "Warming up the recogniser {Recognizer} failed")]
    public static partial void WarmUpFailed(this ILogger logger, string recognizer, Exception exception);

    [LoggerMessage(4004, LogLevel.Warning, "Recogniser {Recognizer} failed")]
    public static partial void RecognizerFailed(this ILogger logger, string recognizer, Exception exception);

    [LoggerMessage(4005, LogLevel.Debug, "Recogniser {Recognizer} heard {Words} words in {Elapsed}, language {Language}, confidence {Confidence:0.00}")]
    public static partial void Heard(this ILogger logger, string recognizer, int words, TimeSpan elapsed, string? language, double confidence);

    [LoggerMessage(4006, LogLevel.Trace, "Recogniser {Recognizer} heard: {Text}")]
    public static partial void HeardSensitive(this ILogger logger, string recognizer, string text);

    [LoggerMessage(4007, LogLevel.Warning, "Voice {Voice} failed")]
    public static partial void VoiceFailed(this ILogger logger, string voice, Exception exception);

    [LoggerMessage(4008, LogLevel.Warning, "The speech cache {Path} cannot be used")]
    public static partial void CacheFailed(this ILogger logger, string path, Exception exception);

    [LoggerMessage(4009, LogLevel.Warning, "There is no recorded phrase {Path}")]
    public static partial void PromptMissing(this ILogger logger, string path);

    [LoggerMessage(4010, LogLevel.Warning, "{Key}: {Path} does not exist; the recogniser is told of no names")]
    public static partial void PromptTextMissing(this ILogger logger, string key, string path);
}

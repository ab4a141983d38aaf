using Microsoft.Extensions.Logging;

namespace CallIntake.Engine.Calls;

/// <summary>Messages of this folder; the caller's words, number and place never stand in them.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Information, "Call {CallId} arrived on {Channel}")]
    public static partial void CallArrived(this ILogger logger, Guid callId, string? channel);

    [LoggerMessage(1002, LogLevel.Information, "Call {CallId} ended: {Kind}, {Reason}, outcome {Outcome}")]
    public static partial void CallEnded(this ILogger logger, Guid callId, string kind, string? reason, string outcome);

    [LoggerMessage(1003, LogLevel.Error, "Call {CallId}: {Part} failed; the caller goes to the operators")]
    public static partial void PartFailed(this ILogger logger, Guid callId, string part, Exception? exception);

    [LoggerMessage(1004, LogLevel.Warning, "Call {CallId}: the phrase {Key} has no recording in {Language} or cannot be played")]
    public static partial void PromptMissing(this ILogger logger, Guid callId, string key, string language);

    [LoggerMessage(1005, LogLevel.Warning, "Call {CallId}: the line broke before the outcome could be set; the dialplan sends the caller to the operators")]
    public static partial void OutcomeNotSet(this ILogger logger, Guid callId, Exception exception);

    [LoggerMessage(1006, LogLevel.Error, "Call {CallId}: work after the call failed")]
    public static partial void AftercareFailed(this ILogger logger, Guid callId, Exception exception);

    [LoggerMessage(1007, LogLevel.Warning, "The host stops while {Count} calls are still being finished")]
    public static partial void AftercareCut(this ILogger logger, int count);

    [LoggerMessage(1008, LogLevel.Warning, "Call {CallId}: the line cannot record both sides; the call's recording is put together from the turns")]
    public static partial void NoMixedRecording(this ILogger logger, Guid callId);

    [LoggerMessage(1009, LogLevel.Warning, "The streets of the gazetteer cannot be told to the recognisers")]
    public static partial void StreetsNotRead(this ILogger logger, Exception exception);
}

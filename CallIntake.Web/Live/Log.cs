namespace CallIntake.Web.Live;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "A part of the console could not show the newest state.", EventName = "ListenerFailed")]
    public static partial void ListenerFailed(this ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "The state of the parts could not be read.", EventName = "PartsUnreadable")]
    public static partial void PartsUnreadable(this ILogger logger, Exception exception);

    [LoggerMessage(3, LogLevel.Error, "An action at the console failed.", EventName = "ActionFailed")]
    public static partial void ActionFailed(this ILogger logger, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "A call could not be read for its page.", EventName = "PageUnreadable")]
    public static partial void PageUnreadable(this ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Warning, "The events of a call could not be read.", EventName = "EventsUnreadable")]
    public static partial void EventsUnreadable(this ILogger logger, Exception exception);

    [LoggerMessage(6, LogLevel.Warning, "A recording for a test call could not be kept.", EventName = "UploadNotKept")]
    public static partial void UploadNotKept(this ILogger logger, Exception exception);

    [LoggerMessage(7, LogLevel.Warning, "The recordings of a test call could not be removed.", EventName = "UploadNotRemoved")]
    public static partial void UploadNotRemoved(this ILogger logger, Exception exception);
}

using Microsoft.Extensions.Logging;

namespace CallIntake.Engine.Data;

/// <summary>Messages of the storage. Ids 4000 to 4099 are its own and never used again for something else.</summary>
internal static partial class Log
{
    [LoggerMessage(4000, LogLevel.Error, "The database cannot be written; calls stay in memory, on the board and in the emergency journal until it can")]
    public static partial void DatabaseUnavailable(this ILogger logger, Exception exception);

    [LoggerMessage(4001, LogLevel.Warning, "The database takes calls again after {Elapsed}")]
    public static partial void DatabaseBack(this ILogger logger, TimeSpan elapsed);

    [LoggerMessage(4002, LogLevel.Error, "The database refuses call {CallId} (attempt {Attempt}); it stays in memory and in the emergency journal")]
    public static partial void CallRefused(this ILogger logger, Exception exception, Guid callId, int attempt);

    [LoggerMessage(4003, LogLevel.Warning, "{Count} calls could not be written together; each is written alone")]
    public static partial void BatchFailed(this ILogger logger, Exception exception, int count);

    [LoggerMessage(4004, LogLevel.Warning, "Call {CallId}: the database did not answer within {Deadline}; the call goes on, the change goes to the emergency journal")]
    public static partial void WriteSlow(this ILogger logger, Guid callId, TimeSpan deadline);

    [LoggerMessage(4005, LogLevel.Information, "Call {CallId} was brought together with a different state in the database; {Count} changes were there already")]
    public static partial void Rebased(this ILogger logger, Guid callId, int count);

    [LoggerMessage(4006, LogLevel.Error, "Call {CallId}: a change does not fit the newer state in the database; its event is kept, the newer state stands")]
    public static partial void ChangeNotReapplied(this ILogger logger, Exception exception, Guid callId);

    [LoggerMessage(4010, LogLevel.Critical, "The emergency journal in {Folder} cannot be written either; {Count} changes are in memory only")]
    public static partial void JournalFailed(this ILogger logger, Exception exception, string folder, int count);

    [LoggerMessage(4011, LogLevel.Warning, "The emergency journal {Path} cannot be read or removed now (another engine may hold it)")]
    public static partial void JournalUnreadable(this ILogger logger, Exception exception, string path);

    [LoggerMessage(4012, LogLevel.Warning, "{Count} lines of the emergency journal {Path} are no changes; the file is kept as .damaged")]
    public static partial void JournalLinesBroken(this ILogger logger, string path, int count);

    [LoggerMessage(4013, LogLevel.Warning, "{Count} changes of an earlier run were found in the emergency journal and are written now")]
    public static partial void JournalTakenOver(this ILogger logger, int count);

    [LoggerMessage(4020, LogLevel.Warning, "{Count} calls were in progress when the host stopped last; they are marked as interrupted")]
    public static partial void CallsInterrupted(this ILogger logger, int count);

    [LoggerMessage(4021, LogLevel.Warning, "The board is full: {Count} calls leave it, {Unacknowledged} of them not acknowledged; they are in the history")]
    public static partial void BoardFull(this ILogger logger, int count, int unacknowledged);

    [LoggerMessage(4022, LogLevel.Warning, "Calls of an engine that died cannot be looked for now")]
    public static partial void MarkingFailed(this ILogger logger, Exception exception);
}

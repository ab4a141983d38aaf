using System.Net;
using Microsoft.Extensions.Logging;

namespace CallIntake.Engine.Agi;

/// <summary>Log messages of the FastAGI server; ids 1000 to 1099. Of what the other side sent only the cleaned ids of channel and call are in them.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Information, "Call {UniqueId} on channel {Channel} arrived")]
    public static partial void CallArrived(this ILogger logger, string? uniqueId, string? channel);

    [LoggerMessage(1001, LogLevel.Information, "Call {UniqueId}: the machine's part is over after {Elapsed}")]
    public static partial void CallLeft(this ILogger logger, string? uniqueId, TimeSpan elapsed);

    [LoggerMessage(1002, LogLevel.Error, "The handling of a call failed; the dialplan takes its caller to the operators")]
    public static partial void HandlerFailed(this ILogger logger, Exception exception);

    [LoggerMessage(1003, LogLevel.Warning, "FastAGI connection from {Remote} closed: the address is not among Asterisk:Agi:AllowedAddresses")]
    public static partial void AddressRefused(this ILogger logger, string? remote);

    [LoggerMessage(1004, LogLevel.Error, "FastAGI connection from {Remote} closed: there are {Limit} already (Asterisk:Agi:MaximumConnections); its caller goes to the operators")]
    public static partial void TooManyConnections(this ILogger logger, string? remote, int limit);

    [LoggerMessage(1005, LogLevel.Warning, "FastAGI request from {Remote} is for another path than {Path} (Asterisk:Agi:Path); closed, its caller goes to the operators")]
    public static partial void PathRefused(this ILogger logger, string? remote, string path);

    [LoggerMessage(1006, LogLevel.Warning, "FastAGI connection from {Remote} closed: {Reason}")]
    public static partial void RequestRefused(this ILogger logger, string? remote, string reason);

    [LoggerMessage(1007, LogLevel.Debug, "FastAGI connection from {Remote} ended without a request")]
    public static partial void NoRequest(this ILogger logger, string? remote);

    [LoggerMessage(1008, LogLevel.Information, "The caller hung up, or was taken away")]
    public static partial void HungUp(this ILogger logger);

    [LoggerMessage(1009, LogLevel.Error, "A callback on hang-up failed")]
    public static partial void HangUpCallbackFailed(this ILogger logger, Exception exception);

    [LoggerMessage(1010, LogLevel.Warning, "Asterisk could not play {Path}: {Code} {Result}")]
    public static partial void PlaybackFailed(this ILogger logger, string path, int code, string result);

    [LoggerMessage(1011, LogLevel.Warning, "Asterisk could not record to {Path}: {Code} ({Reason})")]
    public static partial void RecordingFailed(this ILogger logger, string path, int code, string? reason);

    [LoggerMessage(1012, LogLevel.Warning, "Asterisk did not start MixMonitor: {Code} {Result}")]
    public static partial void MixedRecordingFailed(this ILogger logger, int? code, string? result);

    [LoggerMessage(1013, LogLevel.Warning, "MixMonitor was not asked: {Reason}")]
    public static partial void MixedRecordingRefused(this ILogger logger, string reason);

    [LoggerMessage(1014, LogLevel.Information, "FastAGI listens on {Endpoint}, path {Path}")]
    public static partial void Listening(this ILogger logger, IPEndPoint endpoint, string path);

    [LoggerMessage(1015, LogLevel.Debug, "FastAGI connection from {Remote} was lost: {Reason}")]
    public static partial void ConnectionLost(this ILogger logger, string? remote, string reason);

    [LoggerMessage(1016, LogLevel.Warning, "The line of a call broke: {Reason} The dialplan takes its caller to the operators")]
    public static partial void LineBroke(this ILogger logger, string reason);
}

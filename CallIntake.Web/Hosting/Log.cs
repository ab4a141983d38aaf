namespace CallIntake.Web.Hosting;

/// <summary>Log messages of the host.</summary>
internal static partial class Log
{
    [LoggerMessage(7301, LogLevel.Warning, "Configuration key {Key} ({Source}): {Message}")]
    public static partial void UnknownKey(ILogger logger, string key, string source, string message);
}

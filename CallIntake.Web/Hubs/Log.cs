namespace CallIntake.Web.Hubs;

/// <summary>Log messages of the hub.</summary>
internal static partial class Log
{
    [LoggerMessage(7001, LogLevel.Debug, "A client of the hub went away while a change was sent to it")]
    public static partial void ClientGone(ILogger logger, Exception exception);

    [LoggerMessage(7002, LogLevel.Information, "A client of the hub was disconnected because its sign-in is no longer valid")]
    public static partial void SignInEnded(ILogger logger);
}

namespace CallIntake.Web.Endpoints;

/// <summary>Log messages of the routes.</summary>
internal static partial class Log
{
    [LoggerMessage(7201, LogLevel.Warning, "The stored path of the recording of call {CallId} leads out of the recordings' folder; it is not served")]
    public static partial void RecordingOutside(ILogger logger, Guid callId);

    [LoggerMessage(7202, LogLevel.Information, "{User} exported calls, filtered by: {Parameters}")]
    public static partial void Exported(ILogger logger, string user, string parameters);

    [LoggerMessage(7203, LogLevel.Information, "{Name} signed in")]
    public static partial void SignedIn(ILogger logger, string name);

    [LoggerMessage(7204, LogLevel.Warning, "A sign-in was refused: wrong name or password")]
    public static partial void SignInRefused(ILogger logger);

    [LoggerMessage(7205, LogLevel.Warning, "A sign-in was refused: the account is locked after too many wrong passwords")]
    public static partial void SignInLockedOut(ILogger logger);

    [LoggerMessage(7206, LogLevel.Information, "{Name} changed the password")]
    public static partial void PasswordChanged(ILogger logger, string name);

    [LoggerMessage(7207, LogLevel.Warning, "A sign-in failed because the database does not answer")]
    public static partial void SignInFailed(ILogger logger, Exception exception);
}

namespace CallIntake.Web.Identity;

/// <summary>Log messages of signing in.</summary>
internal static partial class Log
{
    [LoggerMessage(7101, LogLevel.Information, "The administrator {Name} was made")]
    public static partial void AdministratorMade(ILogger logger, string name);

    [LoggerMessage(7102, LogLevel.Error, "The first administrator cannot be made: {Reason} Change Console:Administrator:Password and start again")]
    public static partial void AdministratorRefused(ILogger logger, string reason);

    [LoggerMessage(7103, LogLevel.Error, "The first administrator cannot be made because the database failed; use the command 'user add'")]
    public static partial void AdministratorNotMade(ILogger logger, Exception exception);

    [LoggerMessage(7104, LogLevel.Warning, "A sign-in could not be checked because the database does not answer; it stays as it is")]
    public static partial void SignInNotChecked(ILogger logger, Exception exception);
}

namespace CallIntake.Web.Commands;

/// <summary>Exit codes of every command.</summary>
internal static class CommandExit
{
    /// <summary>The work is done.</summary>
    public const int Done = 0;

    /// <summary>The work failed.</summary>
    public const int Failed = 1;

    /// <summary>The arguments are wrong.</summary>
    public const int WrongUse = 2;
}

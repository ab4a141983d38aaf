namespace CallIntake.Engine.Data;

/// <summary>Names of the roles of people who sign in; the same in the database, on the command line and in policies.</summary>
public static class Roles
{
    /// <summary>Works on the board.</summary>
    public const string Dispatcher = "dispatcher";

    /// <summary>Works on the board, searches, listens, corrects and exports.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>Everything, users included.</summary>
    public const string Administrator = "administrator";

    /// <summary>Reads everything, changes nothing.</summary>
    public const string Auditor = "auditor";

    /// <summary>All roles.</summary>
    public static IReadOnlyList<string> All { get; } = [Dispatcher, Supervisor, Administrator, Auditor];
}

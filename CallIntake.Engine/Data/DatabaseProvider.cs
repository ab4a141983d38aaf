namespace CallIntake.Engine.Data;

/// <summary>The databases that calls can be kept in.</summary>
public enum DatabaseProvider
{
    /// <summary>A file beside the program; needs nothing else.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server; for several engines and long archives.</summary>
    PostgreSQL,
}

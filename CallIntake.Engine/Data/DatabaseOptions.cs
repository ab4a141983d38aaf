using System.ComponentModel.DataAnnotations;

namespace CallIntake.Engine.Data;

/// <summary>Where and how calls are stored (section <c>Database</c>).</summary>
public sealed class DatabaseOptions
{
    /// <summary>Name of the section.</summary>
    public const string SectionName = "Database";

    /// <summary>Sqlite (default) or PostgreSQL.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Connection string of the provider. A relative <c>Data Source</c> of SQLite begins at the content root; its folder is made.</summary>
    [Required]
    public string ConnectionString { get; set; } = "Data Source=data/callintake.db";

    /// <summary>Whether the host brings the tables up to date when it starts. Default true; false where an administrator runs the scripts.</summary>
    public bool MigrateAtStart { get; set; } = true;

    /// <summary>
    /// Whether several engines share the database. Default false: every call that is in progress in the database when the host starts was
    /// cut by a crash. True: only calls without an event for <see cref="InterruptedAfter"/> are taken as cut, since the others may belong to
    /// an engine that lives.
    /// </summary>
    public bool SeveralNodes { get; set; }

    /// <summary>With <see cref="SeveralNodes"/>: silence in a call's events after which it counts as cut. Default 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan InterruptedAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long one step of a call waits for the database. After that the change stays in memory and in the emergency journal, and the call
    /// goes on. Default 2 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan WriteDeadline { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest pause between two attempts to write what the database refused. Default 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan MaximumRetryDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Folder of the emergency journal; relative paths begin at the content root. Default <c>data/unsaved</c>.</summary>
    [Required]
    public string UnsavedPath { get; set; } = "data/unsaved";

    /// <summary>How long a closed call stays on the board. Default 30 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan KeepClosedOnBoard { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a call that somebody has taken but not closed stays on the board. Default 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan KeepOpenOnBoard { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Most ended calls on the board; closed ones, then taken ones, then the least urgent leave first. Default 500.</summary>
    [Range(10, 10_000)]
    public int MaximumOnBoard { get; set; } = 500;
}

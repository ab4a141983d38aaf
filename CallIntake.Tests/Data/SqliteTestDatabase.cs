using Microsoft.Data.Sqlite;

namespace CallIntake.Tests.Data;

/// <summary>A SQLite file; it breaks by another process's write lock.</summary>
public sealed class SqliteTestDatabase : TestDatabase
{
    private SqliteConnection? _lock;

    public override string Provider => "Sqlite";

    public override string ConnectionString => "Data Source=data/calls.db;Default Timeout=1";

    private string FileConnection => $"Data Source={Path.Combine(Folder, "data", "calls.db")};Pooling=false";

    public override async Task BreakAsync()
    {
        _lock = new SqliteConnection(FileConnection);
        await _lock.OpenAsync();
        await ExecuteAsync(_lock, "BEGIN IMMEDIATE");
    }

    public override async Task MendAsync()
    {
        await _lock!.DisposeAsync();
        _lock = null;
    }

    public override async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection(FileConnection);
        await connection.OpenAsync();
        await ExecuteAsync(connection, sql);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_lock is not null)
        {
            await MendAsync();
        }

        SqliteConnection.ClearAllPools();
        await base.DisposeAsync();
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}

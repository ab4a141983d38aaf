using Npgsql;

namespace CallIntake.Tests.Data;

/// <summary>A database of the test run's server; it breaks by the death of the server.</summary>
public sealed class PostgresTestDatabase(PostgresServer server) : TestDatabase
{
    private string _name = string.Empty;
    private bool _broken;

    public override string Provider => "PostgreSQL";

    public override string ConnectionString => server.ConnectionString(_name);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _name = await server.CreateDatabaseAsync();
    }

    public override async Task BreakAsync()
    {
        _broken = true;
        await server.StopAsync();
    }

    public override async Task MendAsync()
    {
        await server.StartAsync();
        _broken = false;
    }

    public override Task ExecuteAsync(string sql) => server.ExecuteAsync(_name, sql);

    public override async ValueTask DisposeAsync()
    {
        if (_broken)
        {
            await MendAsync();
        }

        await using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await base.DisposeAsync();
    }
}

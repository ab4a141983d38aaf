using Microsoft.EntityFrameworkCore.Design;

namespace CallIntake.Engine.Data;

/// <summary>For <c>dotnet ef</c> only: a SQLite context that is never opened.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteCallDbContext>
{
    public SqliteCallDbContext CreateDbContext(string[] args) => new(CallDbContextOptions.Sqlite("Data Source=design-time.db"));
}

/// <summary>For <c>dotnet ef</c> only: a PostgreSQL context that is never opened.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresCallDbContext>
{
    public PostgresCallDbContext CreateDbContext(string[] args) => new(CallDbContextOptions.Postgres("Host=localhost;Database=callintake"));
}

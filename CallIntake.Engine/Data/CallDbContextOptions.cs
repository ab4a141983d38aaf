using CallIntake.Engine.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CallIntake.Engine.Data;

/// <summary>Builds the contexts' options; static and pure but for the folder of the SQLite file, which the factory makes.</summary>
internal static class CallDbContextOptions
{
    public const string MigrationsTable = "schema_migrations";

    public static DbContextOptions<SqliteCallDbContext> Sqlite(string connectionString, IServiceProvider? services = null) =>
        Builder<SqliteCallDbContext>(services)
            .UseSqlite(connectionString, sqlite => sqlite.MigrationsHistoryTable(MigrationsTable))
            .Options;

    public static DbContextOptions<PostgresCallDbContext> Postgres(string connectionString, IServiceProvider? services = null) =>
        Builder<PostgresCallDbContext>(services)
            .UseNpgsql(connectionString, postgres => postgres.MigrationsHistoryTable(MigrationsTable))
            .Options;

    /// <summary>The connection string with an absolute file name.</summary>
    public static SqliteConnectionStringBuilder Resolve(string connectionString, ContentPaths paths)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        if (!builder.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            builder.DataSource = paths.Resolve(builder.DataSource);
        }

        return builder;
    }

    private static DbContextOptionsBuilder<T> Builder<T>(IServiceProvider? services)
        where T : DbContext
    {
        var builder = new DbContextOptionsBuilder<T>();
        return services is null ? builder : builder.UseApplicationServiceProvider(services);
    }
}

using CallIntake.Engine.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Data;

/// <summary>
/// Makes contexts for the configured database; the one place that knows which it is. Thread-safe. The folder of a SQLite file is made when
/// a context is first asked for, and again after it was removed.
/// </summary>
internal sealed class CallDbContextFactory(IOptions<DatabaseOptions> options, ContentPaths paths, IServiceProvider services)
    : IDbContextFactory<CallDbContext>
{
    private readonly Lazy<Func<CallDbContext>> _create = new(() => options.Value.Provider switch
    {
        DatabaseProvider.PostgreSQL => Postgres(options.Value, services),
        _ => Sqlite(options.Value, paths, services),
    });

    public CallDbContext CreateDbContext() => _create.Value();

    private static Func<CallDbContext> Sqlite(DatabaseOptions options, ContentPaths paths, IServiceProvider services)
    {
        var connection = CallDbContextOptions.Resolve(options.ConnectionString, paths);
        var factory = new PooledDbContextFactory<SqliteCallDbContext>(CallDbContextOptions.Sqlite(connection.ConnectionString, services));
        return () =>
        {
            MakeFolder(connection.DataSource);
            return factory.CreateDbContext();
        };
    }

    private static Func<CallDbContext> Postgres(DatabaseOptions options, IServiceProvider services) =>
        new PooledDbContextFactory<PostgresCallDbContext>(CallDbContextOptions.Postgres(options.ConnectionString, services)).CreateDbContext;

    private static void MakeFolder(string file)
    {
        try
        {
            if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Opening the file fails next, with a message of SQLite's that names the cause; that way there is one path for it.
        }
    }
}

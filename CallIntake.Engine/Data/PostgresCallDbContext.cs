using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CallIntake.Engine.Data;

/// <summary>The tables in PostgreSQL; full text by a trigram index (extension pg_trgm).</summary>
public sealed class PostgresCallDbContext(DbContextOptions<PostgresCallDbContext> options) : CallDbContext(options)
{
    private const string TrigramExtension = "pg_trgm";

    /// <summary>Classes and codes of SQLSTATE that concern the server, the database or the account, not a row.</summary>
    private static readonly string[] UnavailableStates =
        ["08", "25006", "28", "3D000", "40001", "40P01", "42501", "42P01", "53", "55P03", "57", "58", "XX"];

    /// <inheritdoc />
    private protected override string JsonColumnType => "json";

    internal override bool IsUnavailable(Exception exception) => Find(exception) switch
    {
        PostgresException error => UnavailableStates.Any(state => error.SqlState.StartsWith(state, StringComparison.Ordinal)),
        NpgsqlException => true,
        _ => Chain(exception).Any(cause => cause is TimeoutException or SocketException or IOException),
    };

    internal override bool IsDuplicate(Exception exception) => Find(exception) is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    internal override ValueTask<IQueryable<CallRow>> MatchAsync(
        IQueryable<CallRow> calls, IReadOnlyList<string> terms, CancellationToken cancellationToken)
    {
        var found = terms.Aggregate((IQueryable<CallSearchRow>)Search, (rows, term) => rows.Where(row => row.Text.Contains(term)));
        return ValueTask.FromResult(calls.Where(call => found.Any(row => row.CallId == call.Id)));
    }

    internal override async Task MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await base.MigrateAsync(cancellationToken);
        }
        catch (PostgresException error) when (error.MessageText.Contains(TrigramExtension, StringComparison.Ordinal))
        {
            throw new CallStorageException(
                $"PostgreSQL did not allow the extension {TrigramExtension}, which full-text search needs ({error.MessageText}). Let a "
                + $"superuser run CREATE EXTENSION {TrigramExtension} in this database once, or install the server's contrib package.",
                error);
        }
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasPostgresExtension(TrigramExtension);
        builder.Entity<CallSearchRow>().HasIndex(row => row.Text).HasMethod("gin").HasOperators("gin_trgm_ops");
    }

    private static NpgsqlException? Find(Exception exception) => Chain(exception).OfType<NpgsqlException>().FirstOrDefault();

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CallIntake.Engine.Data;

/// <summary>The tables in a SQLite file; full text by FTS5 with trigrams, kept by triggers (see the first migration).</summary>
public sealed class SqliteCallDbContext(DbContextOptions<SqliteCallDbContext> options) : CallDbContext(options)
{
    /// <summary>
    /// Up to so many hits the full-text index gives the calls; above, the words are so common that walking the calls in the order asked for
    /// and looking into each fills a page sooner.
    /// </summary>
    private const int RareHits = 5_000;

    /// <summary>Longest wait for the tables to be brought up to date.</summary>
    private static readonly TimeSpan MigrationLimit = TimeSpan.FromMinutes(2);

    /// <summary>Fewest letters that a trigram index can look for.</summary>
    private const int Trigram = 3;

    /// <summary>SQLite's result codes that concern the file, not the row: perm, busy, locked, read-only, I/O, corrupt, full, cannot open, auth, not a database.</summary>
    private static readonly int[] UnavailableCodes = [3, 5, 6, 8, 10, 11, 13, 14, 23, 26];

    /// <inheritdoc />
    private protected override string JsonColumnType => "TEXT";

    internal override bool IsUnavailable(Exception exception) => Find(exception) is { } error
        && (UnavailableCodes.Contains(error.SqliteErrorCode) || error.Message.Contains("no such table", StringComparison.Ordinal));

    internal override bool IsDuplicate(Exception exception) => Find(exception) is { SqliteExtendedErrorCode: 1555 or 2067 };

    internal override async ValueTask<IQueryable<CallRow>> MatchAsync(
        IQueryable<CallRow> calls, IReadOnlyList<string> terms, CancellationToken cancellationToken)
    {
        string[] indexed = [.. terms.Where(term => term.Length >= Trigram)];
        if (indexed.Length > 0)
        {
            var match = string.Join(' ', indexed.Select(term => $"\"{term.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
            var hits = await Database.SqlQuery<int>(
                $"SELECT COUNT(*) AS Value FROM (SELECT rowid FROM call_search_fts WHERE call_search_fts MATCH {match} LIMIT {RareHits + 1})")
                .SingleAsync(cancellationToken);
            if (hits <= RareHits)
            {
                var found = Search.FromSql(
                    $"SELECT s.* FROM call_search_fts JOIN call_search AS s ON s.id = call_search_fts.rowid WHERE call_search_fts MATCH {match}");
                var rest = terms.Except(indexed).Aggregate((IQueryable<CallSearchRow>)found, (rows, term) => rows.Where(row => row.Text.Contains(term)));
                return calls.Where(call => rest.Select(row => row.CallId).Contains(call.Id));
            }
        }

        return terms.Aggregate(calls, (rows, term) => rows.Where(call => Search.Any(row => row.CallId == call.Id && row.Text.Contains(term))));
    }

    internal override async Task MigrateAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(MigrationLimit);
        try
        {
            await base.MigrateAsync(limit.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CallStorageException(
                $"The tables in {Database.GetDbConnection().DataSource} could not be brought up to date: another process does it, or one was killed while it "
                + "did and left its lock. When no other process uses the file, delete the row of table __EFMigrationsLock and start again.",
                exception);
        }
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTextConverter>();
    }

    private static SqliteException? Find(Exception? exception) =>
        exception is null or SqliteException ? exception as SqliteException : Find(exception.InnerException);
}

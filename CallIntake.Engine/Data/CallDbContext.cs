using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CallIntake.Engine.Data;

/// <summary>
/// The tables: calls, their events, the search texts, and the console's users and roles. One derived context per database, each with its
/// migrations. Short-lived; made by <see cref="IDbContextFactory{TContext}"/>, one for each operation.
/// </summary>
public abstract class CallDbContext(DbContextOptions options) : IdentityDbContext<AppUser>(options)
{
    internal DbSet<CallRow> Calls => Set<CallRow>();

    internal DbSet<CallEventRow> Events => Set<CallEventRow>();

    internal DbSet<CallSearchRow> Search => Set<CallSearchRow>();

    /// <summary>Fixed, so that the tables do not depend on how the host configures Identity.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    /// <summary>Column type that keeps JSON exactly as written.</summary>
    private protected abstract string JsonColumnType { get; }

    /// <summary>Whether an exception says that the database as a whole cannot be written now (locked, full, read-only, gone).</summary>
    internal abstract bool IsUnavailable(Exception exception);

    /// <summary>Whether an exception says that a row with this key exists already.</summary>
    internal abstract bool IsDuplicate(Exception exception);

    /// <summary>Narrows calls to those whose search text contains every one of the folded terms.</summary>
    internal abstract ValueTask<IQueryable<CallRow>> MatchAsync(
        IQueryable<CallRow> calls, IReadOnlyList<string> terms, CancellationToken cancellationToken);

    /// <summary>Creates or updates the tables, with a clear error where the server does not permit something that is needed.</summary>
    internal virtual async Task MigrateAsync(CancellationToken cancellationToken)
    {
        // Asking first keeps a normal start from taking the migration lock, which a killed process may have left behind.
        if ((await Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await Database.MigrateAsync(cancellationToken);
        }
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        CallModel.Configure(builder, JsonColumnType);
        SnakeCaseNames.Apply(builder);
    }
}

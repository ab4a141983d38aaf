using System.Data.Common;
using System.Net;
using System.Net.NetworkInformation;
using CallIntake.Engine.Agi;
using CallIntake.Engine.Data;
using CallIntake.Engine.Hosting;
using CallIntake.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CallIntake.Web.Commands;

/// <summary>Looks at every part without starting the host. The wrong configuration itself never gets here: it stops every command.</summary>
internal sealed class Doctor(
    ConfigurationCheck configuration,
    HealthCheckService checks,
    IDbContextFactory<CallDbContext> contexts,
    IOptions<ConsoleOptions> console,
    IOptions<AgiOptions> agi,
    ContentPaths paths,
    IServiceProvider services)
{
    /// <summary>The findings, part by part.</summary>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken) =>
    [
        .. ExamineConfiguration(),
        await ExamineDatabaseAsync(cancellationToken),
        .. await ExaminePartsAsync(cancellationToken),
        ExamineKeys(),
        .. ExaminePorts(),
        .. await ActivatorUtilities.CreateInstance<DoctorProviders>(services).ExamineAsync(cancellationToken),
    ];

    private IEnumerable<Finding> ExamineConfiguration()
    {
        var problems = configuration.FindProblems();
        var unknown = configuration.FindUnknownKeys();
        return problems.Count == 0 && unknown.Count == 0
            ? [new Finding(FindingState.Ok, "configuration", "every key is known and every value fits.")]
            : problems.Select(problem => new Finding(FindingState.Fail, "configuration", problem.ToString()))
                .Concat(unknown.Select(problem => new Finding(FindingState.Warn, "configuration", problem.ToString())));
    }

    private async Task<Finding> ExamineDatabaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var context = contexts.CreateDbContext();
            if (!await context.Database.CanConnectAsync(cancellationToken))
            {
                return context.Database.IsSqlite()
                    ? new Finding(FindingState.Ok, "database", "it is not there yet and is made at the first start.")
                    : new Finding(FindingState.Fail, "database", "it does not answer; look at Database:ConnectionString.");
            }

            var pending = (await context.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            return pending == 0
                ? new Finding(FindingState.Ok, "database", "it answers and its tables are up to date.")
                : new Finding(FindingState.Warn, "database", $"it answers; {pending} changes of its tables are made at the next start.");
        }
        catch (Exception exception) when (exception is DbException or CallStorageException or IOException or UnauthorizedAccessException)
        {
            return new Finding(FindingState.Fail, "database", exception.GetBaseException().Message);
        }
    }

    /// <summary>The parts that are checked while serving too, but for those that are looked at in another way here.</summary>
    private async Task<IEnumerable<Finding>> ExaminePartsAsync(CancellationToken cancellationToken)
    {
        var report = await checks.CheckHealthAsync(check => check.Name is not ("database" or "agi" or "speech" or "language_model"), cancellationToken);
        return report.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new Finding(
            entry.Value.Status switch
            {
                HealthStatus.Healthy => FindingState.Ok,
                HealthStatus.Degraded => FindingState.Warn,
                _ => FindingState.Fail,
            },
            entry.Key,
            entry.Value.Description ?? entry.Value.Exception?.Message ?? "nothing is known."));
    }

    /// <summary>Without a folder for the keys every restart would sign everybody out, and nobody could sign in on another node.</summary>
    private Finding ExamineKeys()
    {
        var folder = paths.Resolve(console.Value.KeysPath);
        try
        {
            Directory.CreateDirectory(folder);
            using (new FileStream(Path.Combine(folder, $".probe-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose))
            {
            }

            return new Finding(FindingState.Ok, "keys", "the keys of the sign-in cookies can be kept.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Finding(FindingState.Fail, "keys", $"the keys of the sign-in cookies cannot be kept (Console:KeysPath): {exception.Message}");
        }
    }

    private IEnumerable<Finding> ExaminePorts()
    {
        var open = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        yield return Port("port agi", "Asterisk:Agi:Endpoint", agi.Value.ToEndPoint().Port, open);
        foreach (var address in console.Value.Url.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            yield return Port("port console", "Console:Url", BindingAddress.Parse(address).Port, open);
        }
    }

    private static Finding Port(string part, string key, int port, IEnumerable<IPEndPoint> open) => open.Any(listener => listener.Port == port)
        ? new Finding(FindingState.Warn, part, $"{port} is in use: by a host that runs already, or choose another in {key}.")
        : new Finding(FindingState.Ok, part, $"{port} is free.");
}

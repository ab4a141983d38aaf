using CallIntake.Engine.Data;
using CallIntake.Web.Hosting;
using Microsoft.Extensions.Options;

namespace CallIntake.Web.Identity;

/// <summary>
/// At the first start makes the administrator, as soon as the database is ready. A password that was made here is written to the terminal
/// once and nowhere else: never to a log.
/// </summary>
internal sealed class FirstAdministrator(
    IServiceScopeFactory scopes, CallStorageStatus storage, IOptions<ConsoleOptions> options, TerminalNotice notice, ILogger<FirstAdministrator> logger)
    : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await storage.WhenReady.WaitAsync(stoppingToken);
            await EnsureAsync();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops before the database was there.
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            // Calls go on; `user add` on the command line makes an administrator as well.
            Log.AdministratorNotMade(logger, exception);
        }
    }

    private async Task EnsureAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountKeeper>();
        if (!accounts.IsEmpty)
        {
            return;
        }

        var configured = options.Value.Administrator.Password;
        var password = configured.Length > 0 ? configured : PasswordMaker.Make();
        var result = await accounts.AddAsync(AccountKeeper.Administrator, Roles.Administrator, password);
        if (!result.Succeeded)
        {
            Log.AdministratorRefused(logger, string.Join(" ", result.Errors.Select(error => error.Description)));
            return;
        }

        Log.AdministratorMade(logger, AccountKeeper.Administrator);
        if (configured.Length == 0)
        {
            notice.Show(
                "The first administrator was made. This password is shown only now:",
                $"    name      {AccountKeeper.Administrator}",
                $"    password  {password}",
                $"Sign in at {options.Value.Url} and change it there.");
        }
    }
}

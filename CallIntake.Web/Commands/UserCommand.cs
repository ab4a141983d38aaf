using System.CommandLine;
using System.Data.Common;
using CallIntake.Engine.Data;
using CallIntake.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CallIntake.Web.Commands;

/// <summary>
/// <c>user add NAME --role ROLE</c>, <c>user list</c>, <c>user password NAME</c>: the people who may sign in. A password comes from standard
/// input, or is made and printed once.
/// </summary>
internal static class UserCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Func<ParseResult, IServiceProvider> services) => new("user", "The people who may sign in to the console.")
    {
        Add(services),
        List(services),
        Password(services),
    };

    private static Command Add(Func<ParseResult, IServiceProvider> services)
    {
        var name = Name();
        var role = new Option<string>("--role") { Description = "What the account may do.", Required = true, HelpName = string.Join('|', Roles.All) };
        role.AcceptOnlyFromAmong([.. Roles.All]);
        var fromInput = FromInput();
        var command = new Command("add", "Makes an account.") { name, role, fromInput };
        command.SetAction((parsed, cancellationToken) => WithAccountsAsync(services(parsed), parsed.InvocationConfiguration, async accounts =>
        {
            var (user, password) = (parsed.GetRequiredValue(name), await ReadAsync(parsed.GetValue(fromInput), cancellationToken));
            var result = await accounts.AddAsync(user, parsed.GetRequiredValue(role), password.Text);
            return await AnswerAsync(parsed.InvocationConfiguration, result, $"{user} may sign in as {parsed.GetRequiredValue(role)}.", password);
        }, cancellationToken));
        return command;
    }

    private static Command List(Func<ParseResult, IServiceProvider> services)
    {
        var command = new Command("list", "Prints every account with its role: name, role, and locked where it is.");
        command.SetAction((parsed, cancellationToken) => WithAccountsAsync(services(parsed), parsed.InvocationConfiguration, async accounts =>
        {
            foreach (var (name, roles, isLocked) in await accounts.ListAsync())
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"{name}\t{string.Join(',', roles)}{(isLocked ? "\tlocked" : string.Empty)}");
            }

            return CommandExit.Done;
        }, cancellationToken));
        return command;
    }

    private static Command Password(Func<ParseResult, IServiceProvider> services)
    {
        var name = Name();
        var fromInput = FromInput();
        var command = new Command("password", "Gives an account another password, ends its sign-ins and unlocks it.") { name, fromInput };
        command.SetAction((parsed, cancellationToken) => WithAccountsAsync(services(parsed), parsed.InvocationConfiguration, async accounts =>
        {
            var (user, password) = (parsed.GetRequiredValue(name), await ReadAsync(parsed.GetValue(fromInput), cancellationToken));
            var result = await accounts.ChangePasswordAsync(user, password.Text)
                ?? IdentityResult.Failed(new IdentityError { Description = $"There is no account '{user}'." });
            return await AnswerAsync(parsed.InvocationConfiguration, result, $"{user} has another password.", password);
        }, cancellationToken));
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "Name to sign in with." };

    private static Option<bool> FromInput() => new("--password-stdin") { Description = "Read the password from the first line of standard input." };

    private static async Task<int> WithAccountsAsync(
        IServiceProvider services, InvocationConfiguration console, Func<AccountKeeper, Task<int>> work, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<CallDbContext>().Database.MigrateAsync(cancellationToken);
            return await work(scope.ServiceProvider.GetRequiredService<AccountKeeper>());
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or CallStorageException)
        {
            await console.Error.WriteLineAsync($"The database does not take this: {exception.GetBaseException().Message}");
            return CommandExit.Failed;
        }
    }

    private static async Task<(string Text, bool IsMade)> ReadAsync(bool fromInput, CancellationToken cancellationToken) => fromInput
        ? ((await Console.In.ReadLineAsync(cancellationToken))?.TrimEnd('\r') ?? string.Empty, false)
        : (PasswordMaker.Make(), true);

    private static async Task<int> AnswerAsync(InvocationConfiguration console, IdentityResult result, string done, (string Text, bool IsMade) password)
    {
        if (!result.Succeeded)
        {
            foreach (var error in result.Errors)
            {
                await console.Error.WriteLineAsync(error.Description);
            }

            return CommandExit.Failed;
        }

        await console.Error.WriteLineAsync(done);
        if (password.IsMade)
        {
            await console.Error.WriteLineAsync("The password, shown only now:");
            await console.Output.WriteLineAsync(password.Text);
        }

        return CommandExit.Done;
    }
}

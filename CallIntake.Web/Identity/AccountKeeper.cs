using CallIntake.Engine.Data;
using Microsoft.AspNetCore.Identity;

namespace CallIntake.Web.Identity;

/// <summary>Makes and changes accounts, for the command line and the first start. Lives in a scope.</summary>
internal sealed class AccountKeeper(UserManager<AppUser> users, RoleManager<IdentityRole> roles)
{
    /// <summary>Name of the administrator of the first start.</summary>
    public const string Administrator = "admin";

    /// <summary>Whether nobody can sign in yet.</summary>
    public bool IsEmpty => !users.Users.Any();

    /// <summary>Everybody with roles and whether they are locked, by name.</summary>
    public async Task<IReadOnlyList<(string Name, IReadOnlyList<string> Roles, bool IsLocked)>> ListAsync()
    {
        var list = new List<(string, IReadOnlyList<string>, bool)>();
        foreach (var user in users.Users.OrderBy(user => user.UserName).ToList())
        {
            list.Add((user.UserName ?? user.Id, [.. await users.GetRolesAsync(user)], await users.IsLockedOutAsync(user)));
        }

        return list;
    }

    /// <summary>Makes an account with one role.</summary>
    public async Task<IdentityResult> AddAsync(string name, string role, string password)
    {
        if (!await roles.RoleExistsAsync(role))
        {
            var made = await roles.CreateAsync(new IdentityRole(role));
            if (!made.Succeeded)
            {
                return made;
            }
        }

        var user = new AppUser { UserName = name };
        var result = await users.CreateAsync(user, password);
        return result.Succeeded ? await users.AddToRoleAsync(user, role) : result;
    }

    /// <summary>Gives an account another password, ends its sign-ins and unlocks it; null where there is no such account.</summary>
    public async Task<IdentityResult?> ChangePasswordAsync(string name, string password)
    {
        if (await users.FindByNameAsync(name) is not { } user)
        {
            return null;
        }

        var result = await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password);
        return result.Succeeded ? await users.SetLockoutEndDateAsync(user, null) : result;
    }
}

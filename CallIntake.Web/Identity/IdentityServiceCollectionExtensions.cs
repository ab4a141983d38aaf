using CallIntake.Engine.Data;
using CallIntake.Engine.Hosting;
using CallIntake.Web.Hosting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CallIntake.Web.Identity;

/// <summary>Signing in: accounts in the call database, a cookie, roles.</summary>
internal static class IdentityServiceCollectionExtensions
{
    /// <summary>Registers accounts, cookie, policies, and the first administrator.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddAccounts();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<ConsoleOptions>>(SignInCookie.Configure);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = SignInCheck.Interval);
        services.AddPolicies();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "callintake.form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.FormFieldName = "__RequestVerificationToken";
        });
        services.AddCascadingAuthenticationState();
        services.AddSingleton<SignInCheck>();
        services.AddScoped<AuthenticationStateProvider, RevalidatingSignIn>();
        services.TryAddSingleton(_ => new TerminalNotice(Console.Error));
        services.AddHostedService<FirstAdministrator>();
        services.AddKeys();
        return services;
    }

    /// <summary>Registers what is needed to make and change accounts, without the web around it (command line).</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.TryAddScoped(provider => provider.GetRequiredService<IDbContextFactory<CallDbContext>>().CreateDbContext());
        services.AddIdentityCore<AppUser>()
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<CallDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddOptions<IdentityOptions>().Configure<IOptions<ConsoleOptions>>(Configure);
        services.AddScoped<AccountKeeper>();
        return services;
    }

    private static void Configure(IdentityOptions identity, IOptions<ConsoleOptions> console)
    {
        // Length over classes of characters: a long phrase is better than "Passw0rd!".
        identity.Password = new PasswordOptions
        {
            RequiredLength = AdministratorOptions.MinimumPasswordLength,
            RequiredUniqueChars = 5,
            RequireDigit = false,
            RequireLowercase = false,
            RequireNonAlphanumeric = false,
            RequireUppercase = false,
        };
        identity.Lockout.AllowedForNewUsers = true;
        identity.Lockout.MaxFailedAccessAttempts = console.Value.MaximumSignInFailures;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(console.Value.LockoutMinutes);
        // Names of people: letters of any language.
        identity.User.AllowedUserNameCharacters = string.Empty;
    }

    private static void AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("CallIntake");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<ConsoleOptions>, ContentPaths, ILoggerFactory>((keys, console, paths, loggers) =>
            keys.XmlRepository = new FileSystemXmlRepository(KeyFolder(paths.Resolve(console.Value.KeysPath)), loggers));
    }

    private static DirectoryInfo KeyFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}

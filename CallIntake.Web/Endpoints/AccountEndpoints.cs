using System.Data.Common;
using CallIntake.Engine.Data;
using CallIntake.Web.Components.Account;
using CallIntake.Web.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace CallIntake.Web.Endpoints;

/// <summary>Signing in and out, and changing one's password: plain pages rendered on the server, which work without a script.</summary>
internal static class AccountEndpoints
{
    /// <summary>The sign-in page.</summary>
    public const string LoginPath = "/Account/Login";

    /// <summary>Where a sign-out is posted.</summary>
    public const string LogoutPath = "/Account/Logout";

    /// <summary>What a locked account sees.</summary>
    public const string LockoutPath = "/Account/Lockout";

    /// <summary>The page for another password.</summary>
    public const string ChangePasswordPath = "/Account/ChangePassword";

    /// <summary>What somebody sees whose role is not enough.</summary>
    public const string AccessDeniedPath = "/Account/AccessDenied";

    private const int LargestForm = 16 * 1024;

    /// <summary>Maps the pages. The forms check their antiforgery token themselves, so that a page left open too long gets a sentence.</summary>
    public static void MapAccount(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup(string.Empty).ExcludeFromDescription().WithMetadata(new RequestSizeLimit(LargestForm)).DisableAntiforgery();
        pages.MapGet(LoginPath, ShowLogin).AllowAnonymous();
        pages.MapPost(LoginPath, LogInAsync).AllowAnonymous();
        pages.MapGet(LockoutPath, () => new RazorComponentResult<LockoutPage> { StatusCode = StatusCodes.Status403Forbidden }).AllowAnonymous();
        pages.MapPost(LogoutPath, LogOutAsync);
        // A link must not sign anybody out, and an address typed by hand is no error: the board, or the sign-in page.
        pages.MapGet(LogoutPath, () => TypedResults.LocalRedirect("/"));
        pages.MapGet(ChangePasswordPath, (bool? done) => new RazorComponentResult<ChangePasswordPage>(new { Done = done == true }));
        pages.MapPost(ChangePasswordPath, ChangePasswordAsync);
        pages.MapGet(AccessDeniedPath, () => new RazorComponentResult<ErrorPage>(new { Status = StatusCodes.Status403Forbidden })
        {
            StatusCode = StatusCodes.Status403Forbidden,
        });
    }

    private static IResult ShowLogin(HttpContext context, string? returnUrl)
    {
        var target = ReturnUrl.Local(returnUrl);
        return context.User.Identity?.IsAuthenticated == true
            ? TypedResults.LocalRedirect(target)
            : new RazorComponentResult<LoginPage>(new { ReturnUrl = target });
    }

    private static async Task<IResult> LogInAsync(
        HttpContext context, IAntiforgery antiforgery, SignInManager<AppUser> signIns, ILogger<LoginPage> logger)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var name = form["name"].ToString().Trim();
        var target = ReturnUrl.Local(context.Request.Query["returnUrl"]);
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Login(name, target, "Login_stale");
        }

        try
        {
            var result = await signIns.PasswordSignInAsync(name, form["password"].ToString(), isPersistent: false, lockoutOnFailure: true);
            if (result.Succeeded)
            {
                Log.SignedIn(logger, name);
                return TypedResults.LocalRedirect(target);
            }

            if (result.IsLockedOut)
            {
                Log.SignInLockedOut(logger);
                return TypedResults.LocalRedirect(LockoutPath);
            }

            Log.SignInRefused(logger);
            return Login(name, target, "Login_wrong");
        }
        catch (DbException exception)
        {
            Log.SignInFailed(logger, exception);
            return Login(name, target, "Login_failed");
        }
    }

    private static async Task<IResult> LogOutAsync(HttpContext context, IAntiforgery antiforgery, SignInManager<AppUser> signIns)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        await signIns.SignOutAsync();
        return TypedResults.LocalRedirect(ReturnUrl.Local(form["returnUrl"]));
    }

    private static async Task<IResult> ChangePasswordAsync(
        HttpContext context, IAntiforgery antiforgery, UserManager<AppUser> users, SignInManager<AppUser> signIns, ILogger<ChangePasswordPage> logger)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Password("Login_stale");
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (old, wanted) = (form["old"].ToString(), form["new"].ToString());
        if (wanted != form["again"].ToString())
        {
            return Password("Password_different");
        }

        if (await users.GetUserAsync(context.User) is not { } user)
        {
            return TypedResults.Challenge();
        }

        var result = await ChangeAsync(users, user, old, wanted);
        if (!result.Succeeded)
        {
            return await users.IsLockedOutAsync(user)
                ? await EndSignInAsync(signIns)
                : Password([.. result.Errors.Select(error => "Password_" + error.Code)]);
        }

        await signIns.RefreshSignInAsync(user);
        Log.PasswordChanged(logger, user.UserName ?? user.Id);
        return TypedResults.LocalRedirect(ChangePasswordPath + "?done=true");
    }

    /// <summary>A wrong old password counts like a wrong sign-in, so that an open console is no way to guess it.</summary>
    private static async Task<IdentityResult> ChangeAsync(UserManager<AppUser> users, AppUser user, string old, string wanted)
    {
        var result = await users.ChangePasswordAsync(user, old, wanted);
        if (result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch)))
        {
            await users.AccessFailedAsync(user);
        }

        return result;
    }

    private static async Task<IResult> EndSignInAsync(SignInManager<AppUser> signIns)
    {
        await signIns.SignOutAsync();
        return TypedResults.LocalRedirect(LockoutPath);
    }

    private static RazorComponentResult<LoginPage> Login(string name, string target, string error) =>
        new(new { Name = name, ReturnUrl = target, Error = error }) { StatusCode = StatusCodes.Status400BadRequest };

    private static RazorComponentResult<ChangePasswordPage> Password(params string[] errors) =>
        new(new { Errors = errors }) { StatusCode = StatusCodes.Status400BadRequest };
}

using System.Net;
using CallIntake.Engine.Data;
using CallIntake.Tests.Support;
using CallIntake.Web.Identity;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CallIntake.Tests.Web.Identity;

[Collection(HostGroup.Name)]
public sealed class SignInTests(HostFixture host)
{
    [Theory]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/%0d%0aSet-Cookie:x=y", "/%0d%0aSet-Cookie:x=y")]
    [InlineData("/history?q=нож", "/history?q=%D0%BD%D0%BE%D0%B6")]
    [InlineData("calls/1", "/calls/1")]
    [InlineData("", "/")]
    public async Task A_sign_in_leads_to_this_host_and_nowhere_else(string wanted, string expected)
    {
        using var client = host.CreateClient();
        using var answer = await client.PostLoginAsync(HostFixture.Administrator, HostFixture.Password, wanted);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/culture?c=kk&returnUrl=//evil.example")]
    [InlineData("/theme?t=light&returnUrl=https://evil.example")]
    public async Task The_links_for_language_and_look_lead_nowhere_else_either(string path)
    {
        using var client = host.CreateClient();
        using var answer = await client.GetAsync(path);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Too_many_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        var name = await host.AddAsync(Roles.Dispatcher);
        using var client = host.CreateClient();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            using var wrong = await client.PostLoginAsync(name, "not the password");
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }

        using var fifth = await client.PostLoginAsync(name, "not the password");
        using var right = await client.PostLoginAsync(name, HostFixture.Password);
        using var page = await client.GetPageAsync("/Account/Lockout");
        using var api = await client.GetAsync("/api/calls");

        Assert.Equal("/Account/Lockout", fifth.Headers.Location?.OriginalString);
        Assert.Equal("/Account/Lockout", right.Headers.Location?.OriginalString);
        Assert.Contains("Вход закрыт", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_answered_like_a_wrong_password()
    {
        var name = await host.AddAsync(Roles.Dispatcher);
        using var client = host.CreateClient();
        using var nobody = await client.PostLoginAsync("nobody", "not the password");
        using var somebody = await client.PostLoginAsync(name, "not the password");

        Assert.Equal(nobody.StatusCode, somebody.StatusCode);
        Assert.Contains("Имя или пароль не подходят", await nobody.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Имя или пароль не подходят", await somebody.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_the_pages_token_signs_nobody_in()
    {
        using var client = host.CreateClient();
        using var answer = await client.PostAsync("/Account/Login", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["name"] = HostFixture.Administrator,
            ["password"] = HostFixture.Password,
        }));
        using var api = await client.GetAsync("/api/calls");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_sign_in_and_needs_the_token()
    {
        using var client = await host.SignInAsync();
        using var forged = await client.PostAsync("/Account/Logout", new FormUrlEncodedContent([]));
        using var still = await client.GetAsync("/api/calls");
        using var link = await client.GetAsync("/Account/Logout");
        using var stillAfter = await client.GetAsync("/api/calls");
        using var done = await client.PostFormAsync("/Account/ChangePassword", new() { ["returnUrl"] = "/" }, to: "/Account/Logout");
        using var gone = await client.GetAsync("/api/calls");

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        Assert.Equal((HttpStatusCode.Redirect, "/"), (link.StatusCode, link.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.OK, stillAfter.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, gone.StatusCode);
    }

    [Fact]
    public async Task A_password_is_changed_by_who_knows_the_old_one()
    {
        var name = await host.AddAsync(Roles.Dispatcher);
        using var client = await host.SignInAsync(name);
        using var wrong = await ChangeAsync(client, "not the password", "another open book", "another open book");
        using var different = await ChangeAsync(client, HostFixture.Password, "another open book", "another closed book");
        using var tooShort = await ChangeAsync(client, HostFixture.Password, "short", "short");
        using var done = await ChangeAsync(client, HostFixture.Password, "another open book", "another open book");

        Assert.Contains("Старый пароль не подходит", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("не совпадают", await different.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("слишком короткий", await tooShort.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/Account/ChangePassword?done=true", done.Headers.Location?.OriginalString);
        using var again = await host.SignInAsync(name, "another open book");
        using var api = await again.GetAsync("/api/calls");
        Assert.Equal(HttpStatusCode.OK, api.StatusCode);
    }

    [Fact]
    public async Task A_sign_in_no_longer_holds_once_the_password_was_changed_elsewhere()
    {
        var name = await host.AddAsync(Roles.Dispatcher);
        await using var scope = host.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<SignInManager<AppUser>>();
        var user = await users.UserManager.FindByNameAsync(name);
        var principal = await users.CreateUserPrincipalAsync(user!);
        var check = host.Services.GetRequiredService<SignInCheck>();

        Assert.True(await check.IsValidAsync(principal, CancellationToken.None));
        await scope.ServiceProvider.GetRequiredService<AccountKeeper>().ChangePasswordAsync(name, "another open book");
        Assert.False(await check.IsValidAsync(principal, CancellationToken.None));
    }

    [Fact]
    public async Task The_sign_in_page_speaks_the_chosen_language_and_has_the_chosen_look()
    {
        using var client = host.CreateClient();
        using var first = await client.GetPageAsync("/Account/Login");
        using var language = await client.GetAsync("/culture?c=kk&returnUrl=/Account/Login");
        using var look = await client.GetAsync("/theme?t=light&returnUrl=/Account/Login");
        using var then = await client.GetPageAsync("/Account/Login");

        var before = await first.Content.ReadAsStringAsync();
        var after = await then.Content.ReadAsStringAsync();
        Assert.Contains("<html lang=\"ru\" data-theme=\"dark\"", before, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"kk\" data-theme=\"light\"", after, StringComparison.Ordinal);
        Assert.Contains("Құпиясөз", after, StringComparison.Ordinal);
        Assert.Equal("/Account/Login", language.Headers.Location?.OriginalString);
        Assert.Equal("/Account/Login", look.Headers.Location?.OriginalString);
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient client, string old, string wanted, string again) =>
        client.PostFormAsync("/Account/ChangePassword", new() { ["old"] = old, ["new"] = wanted, ["again"] = again });

    [Fact]
    public async Task An_outage_of_the_database_signs_nobody_out()
    {
        await using var own = await HostFixture.StartAsync(builder => builder.Services.AddScoped<ISecurityStampValidator, AwayValidator>());
        using var client = await own.SignInAsync();
        using var answer = await client.GetAsync("/openapi/v1.json");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private sealed class AwayValidator : ISecurityStampValidator
    {
        public Task ValidateAsync(CookieValidatePrincipalContext context) => throw new SqliteException("unable to open database file", 14);
    }
}

using System.Net;
using CallIntake.Engine.Data;
using CallIntake.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace CallIntake.Tests.Web.Endpoints;

[Collection(HostGroup.Name)]
public sealed class AccessTests(HostFixture host)
{
    /// <summary>All that answers without a sign-in, beside the files of the look.</summary>
    private static readonly string[] Open =
        ["/health/live", "/health/ready", "/Account/Login", "/Account/Lockout", "/culture", "/theme"];

    [Fact]
    public void Nothing_answers_without_a_sign_in_but_health_and_the_way_in()
    {
        var open = host.Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.TrimStart('/'))
            .Where(path => !IsFileOfTheDescription(path))
            .Distinct(StringComparer.Ordinal);

        Assert.Equal(Open.Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("GET", "/api/calls")]
    [InlineData("GET", "/api/calls/0197f9d0-0000-7000-8000-000000000000")]
    [InlineData("GET", "/api/calls/0197f9d0-0000-7000-8000-000000000000/events")]
    [InlineData("GET", "/api/calls/0197f9d0-0000-7000-8000-000000000000/recording")]
    [InlineData("GET", "/api/calls.csv")]
    [InlineData("POST", "/api/triage")]
    [InlineData("POST", "/hubs/calls/negotiate?negotiateVersion=1")]
    [InlineData("GET", "/openapi/v1.json")]
    [InlineData("GET", "/scalar")]
    [InlineData("GET", "/api/no/such/thing")]
    [InlineData("GET", "/history")]
    [InlineData("GET", "/")]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("DELETE", "/api/calls")]
    public async Task Without_a_cookie_a_program_gets_401_and_problem_details(string method, string path)
    {
        using var client = host.CreateClient();
        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        await answer.ProblemAsync(HttpStatusCode.Unauthorized);
        Assert.Null(answer.Headers.Location);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/history?urgency=critical")]
    [InlineData("/calls/0197f9d0-0000-7000-8000-000000000000")]
    [InlineData("/no/such/page")]
    public async Task Without_a_cookie_a_browser_is_led_to_the_sign_in_page_and_back(string path)
    {
        using var client = host.CreateClient();
        using var answer = await client.GetPageAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/Account/Login", answer.Headers.Location?.AbsolutePath);
        Assert.Equal("?returnUrl=" + Uri.EscapeDataString(path), answer.Headers.Location?.Query);
    }

    [Theory]
    [InlineData(Roles.Dispatcher, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Supervisor, HttpStatusCode.OK)]
    [InlineData(Roles.Administrator, HttpStatusCode.OK)]
    [InlineData(Roles.Auditor, HttpStatusCode.OK)]
    public async Task Exports_are_not_for_dispatchers(string role, HttpStatusCode expected)
    {
        using var client = await host.SignInAsNewAsync(role);
        using var csv = await client.GetAsync("/api/calls.csv");
        using var calls = await client.GetAsync("/api/calls");

        Assert.Equal(expected, csv.StatusCode);
        Assert.Equal(HttpStatusCode.OK, calls.StatusCode);
        if (expected == HttpStatusCode.Forbidden)
        {
            await csv.ProblemAsync(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Figures_need_a_sign_in()
    {
        using var nobody = host.CreateClient();
        using var refused = await nobody.GetAsync("/metrics");
        using var client = await host.SignInAsync();

        await refused.ProblemAsync(HttpStatusCode.Unauthorized);
        Assert.Contains("dotnet_", await client.GetStringAsync("/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_is_allowed_a_collector_here_reads_figures_but_none_behind_a_proxy()
    {
        await using var own = await HostFixture.StartAsync(null, "--Console:MetricsWithoutSignIn=true");
        using var client = own.CreateClient();
        var figures = await client.GetStringAsync("/metrics");
        using var passedOn = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { { "X-Forwarded-For", "203.0.113.7" } } };
        using var refused = await client.SendAsync(passedOn);

        Assert.Contains("dotnet_", figures, StringComparison.Ordinal);
        await refused.ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("GET", "/api/no/such/thing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/calls/not-an-id", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/calls", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/triage", HttpStatusCode.MethodNotAllowed)]
    public async Task Every_error_of_the_surface_is_problem_details(string method, string path, HttpStatusCode expected)
    {
        using var client = await host.SignInAsync();
        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        await answer.ProblemAsync(expected);
    }

    [Fact]
    public async Task A_browser_gets_a_page_in_its_language_for_an_address_that_does_not_exist()
    {
        using var client = await host.SignInAsync();
        using var language = await client.GetAsync("/culture?c=kk");
        using var answer = await client.GetPageAsync("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Бет жоқ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_names_every_route_and_its_parameters()
    {
        using var client = await host.SignInAsync();
        var description = await client.GetJsonAsync("/openapi/v1.json");

        var paths = description.GetProperty("paths");
        Assert.Equal(
            ["/api/calls", "/api/calls.csv", "/api/calls/{id}", "/api/calls/{id}/events", "/api/calls/{id}/recording", "/api/triage"],
            paths.EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["after", "category", "department", "from", "language", "limit", "needs_human", "q", "status", "to", "urgency"],
            paths.GetProperty("/api/calls").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        using var page = await client.GetPageAsync("/scalar/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Answers_forbid_framing_and_guessing_of_types()
    {
        using var client = host.CreateClient();
        using var answer = await client.GetPageAsync("/Account/Login");

        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    /// <summary>Icon and script of the page that shows the description; the page and the description themselves are closed.</summary>
    private static bool IsFileOfTheDescription(string path) => path is "/scalar/favicon.svg" or "/scalar/scalar.js" or "/scalar/scalar.aspnetcore.js";
}

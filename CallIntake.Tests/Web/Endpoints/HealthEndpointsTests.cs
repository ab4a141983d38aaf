using System.Net;
using System.Text.Json;
using CallIntake.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CallIntake.Tests.Web.Endpoints;

[Collection(HostGroup.Name)]
public sealed class HealthEndpointsTests(HostFixture host)
{
    [Fact]
    public async Task Every_part_is_named_with_a_state_and_a_sentence()
    {
        using var client = host.CreateClient();
        var ready = await client.GetJsonAsync("/health/ready");
        var live = await client.GetJsonAsync("/health/live");

        Assert.Equal("ok", live.GetProperty("status").GetString());
        var parts = ready.GetProperty("parts").EnumerateObject().ToDictionary(part => part.Name, part => part.Value);
        foreach (var name in new[] { "agi", "database", "disk", "language_model", "prompts", "recordings", "speech", "triage" })
        {
            Assert.Contains(parts[name].GetProperty("status").GetString(), new[] { "ok", "degraded" });
            Assert.False(string.IsNullOrWhiteSpace(parts[name].GetProperty("message").GetString()));
        }

        Assert.Contains(host.Agi.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), parts["agi"].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HealthStatus.Unhealthy, HttpStatusCode.ServiceUnavailable, "down")]
    [InlineData(HealthStatus.Degraded, HttpStatusCode.OK, "degraded")]
    public async Task Only_a_dead_part_makes_the_host_unready(HealthStatus status, HttpStatusCode expected, string word)
    {
        await using var own = await HostFixture.StartAsync(builder => builder.Services.AddHealthChecks()
            .AddCheck("test_part", () => new HealthCheckResult(status, "It is as the test wants it.")));
        using var client = own.CreateClient();
        using var answer = await client.GetAsync("/health/ready");
        using var live = await client.GetAsync("/health/live");

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        var body = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(word, body.GetProperty("status").GetString());
        Assert.Equal("It is as the test wants it.", body.GetProperty("parts").GetProperty("test_part").GetProperty("message").GetString());
    }
}

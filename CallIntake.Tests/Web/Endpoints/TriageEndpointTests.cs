using System.Net;
using System.Net.Http.Json;
using System.Text;
using CallIntake.Tests.Support;
using CallIntake.Web.Endpoints;

namespace CallIntake.Tests.Web.Endpoints;

[Collection(HostGroup.Name)]
public sealed class TriageEndpointTests(HostFixture host)
{
    private const string Cry = "Помогите, муж с ножом ломает дверь";

    [Fact]
    public async Task Text_becomes_a_record_whichever_way_it_comes()
    {
        using var client = await host.SignInAsync();
        using var plain = await client.PostAsync("/api/triage", new StringContent(Cry, Encoding.UTF8, "text/plain"));
        using var json = await client.PostAsJsonAsync("/api/triage", new { text = Cry });

        var first = await plain.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
        Assert.Equal(first, await json.Content.ReadAsStringAsync());
        var names = System.Text.Json.JsonElement.Parse(first).EnumerateObject().Select(property => property.Name).Take(8);
        Assert.Equal(["urgency", "category", "address", "current_danger", "people_involved", "weapons", "recommended_department", "summary"], names);
        Assert.Equal("critical", System.Text.Json.JsonElement.Parse(first).GetProperty("urgency").GetString());
    }

    [Theory]
    [InlineData("{\"text\":", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"text\":\"\"}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("   ", "text/plain", HttpStatusCode.BadRequest)]
    [InlineData("<text/>", "application/xml", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_is_no_text_is_refused_in_words(string body, string type, HttpStatusCode expected)
    {
        using var client = await host.SignInAsync();
        using var answer = await client.PostAsync("/api/triage", new StringContent(body, Encoding.UTF8, type));

        await answer.ProblemAsync(expected);
    }

    [Fact]
    public async Task A_text_that_is_too_long_and_a_body_that_is_too_large_are_refused()
    {
        using var client = await host.SignInAsync();
        using var tooLong = await client.PostAsync("/api/triage", new StringContent(new string('а', TriageEndpoint.LongestText + 1), Encoding.UTF8, "text/plain"));
        using var tooLarge = await client.PostAsync("/api/triage", new StringContent(new string('а', 200_000), Encoding.UTF8, "text/plain"));
        using var broken = await client.PostAsync("/api/triage", new ByteArrayContent([0xFF, 0xFE, 0xFD]) { Headers = { ContentType = new("text/plain") } });

        await tooLong.ProblemAsync(HttpStatusCode.BadRequest);
        await tooLarge.ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        await broken.ProblemAsync(HttpStatusCode.BadRequest);
    }
}

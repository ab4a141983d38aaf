using System.Net;
using System.Text;
using System.Text.Json;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using CallIntake.Tests.Support;

namespace CallIntake.Tests.Web.Endpoints;

[Collection(HostGroup.Name)]
public sealed class CallsEndpointsTests(HostFixture host)
{
    private static readonly DateTimeOffset Day = new(2026, 3, 5, 20, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("urgency=urgent", "urgency")]
    [InlineData("category=nonsense", "category")]
    [InlineData("status=done", "status")]
    [InlineData("department=Police", "department")]
    [InlineData("language=de", "language")]
    [InlineData("needs_human=maybe", "needs_human")]
    [InlineData("from=yesterday", "from")]
    [InlineData("to=05.03.2026", "to")]
    [InlineData("from=2026-03-06&to=2026-03-05", "to")]
    [InlineData("after=nonsense", "after")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("urgancy=high", "urgancy")]
    public async Task A_wrong_parameter_is_refused_and_named(string query, string name)
    {
        using var client = await host.SignInAsync();
        using var answer = await client.GetAsync("/api/calls?" + query);

        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest);
        Assert.Equal([name], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        Assert.Contains(name, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_wrong_parameters_are_named_at_once()
    {
        using var client = await host.SignInAsync();
        using var answer = await client.GetAsync("/api/calls?urgency=x&limit=0&colour=red");

        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest);
        Assert.Equal(["colour", "limit", "urgency"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_filter_narrows_and_the_card_has_its_fields_in_snake_case()
    {
        var word = Word();
        var theft = await host.StoreAsync(StoredCalls.Sample(Day, $"Украли велосипед {word}", Urgency.Medium, "theft"));
        await host.StoreAsync(StoredCalls.Sample(Day.AddMinutes(1), $"Шумят соседи {word}"));
        using var client = await host.SignInAsync();

        var all = await client.GetJsonAsync($"/api/calls?q={word}");
        var one = await client.GetJsonAsync($"/api/calls?q={word.ToUpperInvariant()}&urgency=medium,high&category=theft&status=new&language=ru&department={Uri.EscapeDataString(Departments.Police)}&needs_human=false&from=2026-03-06&to=2026-03-06");

        Assert.Equal(2, all.GetProperty("items").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, all.GetProperty("next").ValueKind);
        var card = Assert.Single(one.GetProperty("items").EnumerateArray());
        Assert.Equal(theft.Id, card.GetProperty("id").GetGuid());
        Assert.Equal("medium", card.GetProperty("urgency").GetString());
        Assert.Equal("new", card.GetProperty("status").GetString());
        Assert.Equal(42_000, card.GetProperty("duration_ms").GetInt64());
        Assert.Equal("+77015551234", card.GetProperty("caller_id").GetString());
        Assert.Equal(Departments.Police, card.GetProperty("recommended_department").GetString());
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        var word = Word();
        var stored = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            // Two at the same moment: the id decides.
            stored.Add((await host.StoreAsync(StoredCalls.Sample(Day.AddMinutes(i / 2), $"звонок {word}"))).Id);
        }

        using var client = await host.SignInAsync();
        var seen = new List<Guid>();
        string? after = null;
        do
        {
            var page = await client.GetJsonAsync($"/api/calls?q={word}&limit=3{(after is null ? null : "&after=" + after)}");
            Assert.InRange(page.GetProperty("items").GetArrayLength(), 1, 3);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(card => card.GetProperty("id").GetGuid()));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);

        Assert.Equal(stored.Order(), seen.Order());
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task One_call_comes_in_full_with_its_events()
    {
        var call = await host.StoreAsync(StoredCalls.Sample(Day, "Драка во дворе", Urgency.High, "assault"));
        using var client = await host.SignInAsync();

        var full = await client.GetJsonAsync($"/api/calls/{call.Id}");
        var events = await client.GetJsonAsync($"/api/calls/{call.Id}/events");

        Assert.Equal("high", full.GetProperty("card").GetProperty("urgency").GetString());
        Assert.Equal("assault", full.GetProperty("record").GetProperty("category").GetString());
        Assert.Equal("Драка во дворе", full.GetProperty("turns")[0].GetProperty("text").GetString());
        Assert.Equal([CallStages.Received, CallStages.Closed], events.GetProperty("items").EnumerateArray().Select(step => step.GetProperty("stage").GetString()));
        Assert.Equal(JsonValueKind.Object, events.GetProperty("items")[0].GetProperty("data").ValueKind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/events")]
    [InlineData("/recording")]
    public async Task A_call_that_does_not_exist_is_not_found(string part)
    {
        using var client = await host.SignInAsync();
        using var answer = await client.GetAsync($"/api/calls/{Guid.CreateVersion7()}{part}");

        var problem = await answer.ProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal("There is no such call.", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task The_csv_holds_exactly_the_filter_and_is_named_after_it()
    {
        var word = Word();
        var hostile = StoredCalls.Sample(Day, $"=HYPERLINK(\"http://evil\") {word}") with { CallerId = "+77015551234" };
        await host.StoreAsync(hostile);
        await host.StoreAsync(StoredCalls.Sample(Day.AddMinutes(1), $"ещё один; с точкой {word}", Urgency.High));
        using var client = await host.SignInAsync();

        using var answer = await client.GetAsync($"/api/calls.csv?q={word}&urgency=low&separator=%3B");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var lines = Encoding.UTF8.GetString(bytes).Split("\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains("low", answer.Content.Headers.ContentDisposition?.FileNameStar ?? answer.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
        Assert.Contains(";urgency;", lines[0], StringComparison.Ordinal);
        Assert.Contains(hostile.Id.ToString(), lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain(";=HYPERLINK", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain(";\"=HYPERLINK", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_parameter_of_the_csv_is_named()
    {
        using var client = await host.SignInAsync();
        using var answer = await client.GetAsync("/api/calls.csv?separator=tab&limit=5");

        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest);
        Assert.Equal(["limit", "separator"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
    }

    private static string Word() => "слово" + string.Concat(Guid.NewGuid().ToString("N").Where(char.IsAsciiDigit).Take(10));
}

using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using CallIntake.Tests.Support;
using CallIntake.Web.Hubs;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace CallIntake.Tests.Web.Hubs;

[Collection(HostGroup.Name)]
public sealed class CallsHubTests(HostFixture host)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_watcher_gets_the_board_and_then_every_change_and_the_end()
    {
        var standing = Live(Urgency.Critical);
        Feed.Publish(standing);
        await using var client = await ConnectAsync();

        var snapshot = await client.Hub.InvokeAsync<JsonElement>("Watch", new { urgency = new[] { "critical" } });
        Assert.Contains(standing.Id, snapshot.GetProperty("calls").EnumerateArray().Select(card => card.GetProperty("id").GetGuid()));

        var changed = standing with { Version = 2, Activity = CallActivity.Listening };
        Feed.Publish(changed);
        var first = await client.NextAsync();
        Assert.Equal(("CallChanged", standing.Id, "listening"), (first.Method, first.Argument.GetProperty("id").GetGuid(), first.Argument.GetProperty("activity").GetString()));

        Feed.Publish(changed with { Version = 3, Activity = CallActivity.Ended, Status = CallStatus.New, EndedAt = changed.StartedAt.AddSeconds(30) });
        Assert.Equal("CallChanged", (await client.NextAsync()).Method);
        var ended = await client.NextAsync();
        Assert.Equal(("CallEnded", standing.Id), (ended.Method, ended.Argument.GetGuid()));

        Feed.Remove(standing.Id);
        var removed = await client.NextAsync();
        Assert.Equal(("CallRemoved", standing.Id), (removed.Method, removed.Argument.GetGuid()));
    }

    [Fact]
    public async Task Only_calls_of_the_filter_are_told_and_one_that_leaves_it_is_removed()
    {
        await using var client = await ConnectAsync();
        await client.Hub.InvokeAsync<JsonElement>("Watch", new { urgency = new[] { "critical" }, needs_human = true });
        var low = Live(Urgency.Low);
        var critical = Live(Urgency.Critical);

        Feed.Publish(low);
        Feed.Publish(critical);
        var told = await client.NextAsync();
        Assert.Equal(("CallChanged", critical.Id), (told.Method, told.Argument.GetProperty("id").GetGuid()));

        Feed.Publish(critical with { Version = 2, Corrections = [new Correction("urgency", "critical", "low", "test", critical.StartedAt, "mistake")] });
        var left = await client.NextAsync();
        Assert.Equal(("CallRemoved", critical.Id), (left.Method, left.Argument.GetGuid()));
        Feed.Remove(low.Id);
        Feed.Remove(critical.Id);
    }

    [Fact]
    public async Task An_unknown_value_in_the_filter_is_named()
    {
        await using var client = await ConnectAsync();

        var refused = await Assert.ThrowsAsync<HubException>(() => client.Hub.InvokeAsync<JsonElement>("Watch", new { category = new[] { "nonsense" } }));
        Assert.Contains("category", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_sign_in_nobody_watches()
    {
        await using var hub = new HubConnectionBuilder().WithUrl(new Uri(host.Url, CallsHub.Path)).Build();

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => hub.StartAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    private CallFeed Feed => host.Services.GetRequiredService<CallFeed>();

    private static Call Live(Urgency urgency) => StoredCalls.Sample(DateTimeOffset.UnixEpoch.AddDays(20_000), urgency: urgency) with
    {
        Version = 1,
        Status = CallStatus.InProgress,
        Activity = CallActivity.Greeting,
        EndedAt = null,
        Outcome = null,
    };

    private async Task<Watching> ConnectAsync()
    {
        var cookies = new CookieContainer();
        using var signedIn = await host.SignInAsync(cookies: cookies);
        var hub = new HubConnectionBuilder().WithUrl(new Uri(host.Url, CallsHub.Path), options => options.Cookies = cookies).Build();
        var client = new Watching(hub);
        await hub.StartAsync();
        return client;
    }

    private sealed class Watching : IAsyncDisposable
    {
        private readonly Channel<(string, JsonElement)> _messages = Channel.CreateUnbounded<(string, JsonElement)>();

        public Watching(HubConnection hub)
        {
            Hub = hub;
            foreach (var method in new[] { "CallChanged", "CallEnded", "CallRemoved" })
            {
                hub.On<JsonElement>(method, argument => _messages.Writer.TryWrite((method, argument)));
            }
        }

        public HubConnection Hub { get; }

        public async Task<(string Method, JsonElement Argument)> NextAsync() => await _messages.Reader.ReadAsync().AsTask().WaitAsync(Deadline);

        public ValueTask DisposeAsync() => Hub.DisposeAsync();
    }
}

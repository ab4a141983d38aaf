namespace CallIntake.Tests.Asterisk;

/// <summary>
/// An engine that hears by another process alone: calls by telephone work, and when that process dies in the middle of one, the caller
/// reaches an operator all the same.
/// </summary>
[Collection(AsteriskTests.Name)]
[Trait("Category", "Asterisk")]
public sealed class SpeechServerTests(AsteriskFixture fixture)
{
    private const string Key = "a key for these tests alone";

    private static readonly Dictionary<string, string> Serves = new() { ["Speech__Serving__Enabled"] = "true", ["Speech__Serving__Key"] = Key };

    [Fact]
    public async Task Another_host_hears_for_an_engine_until_it_is_killed()
    {
        await using var server = await fixture.StartHostAsync(Serves);
        await HearUntilKilledAsync(server.Url, server.KillAsync);
    }

    [Fact]
    public async Task A_whisper_server_hears_for_an_engine_until_it_is_killed()
    {
        await using var server = await RootfsServer.StartAsync(
            "whisper-server", Path.Combine(TestPlaces.Checkout, "models", "ggml-base-q8_0.bin"), "-l", "ru", "-t", "2", "--inference-path", "/v1/audio/transcriptions");
        await HearUntilKilledAsync(server.Url, server.KillAsync);
    }

    private async Task HearUntilKilledAsync(string url, Func<Task> killServer)
    {
        await using var engine = await fixture.StartHostAsync(new Dictionary<string, string>
        {
            ["Speech__Recognition__Chains__ru__0"] = "openai",
            ["Speech__Recognition__Chains__kk__0"] = "openai",
            ["Speech__OpenAI__Endpoint"] = $"{url}/v1",
            ["OPENAI_API_KEY"] = Key,
        });
        await fixture.Asterisk.UseEnginesAsync(engine.Agi, AsteriskFixture.Nobody);
        using var console = await ConsoleClient.SignInAsync(engine);
        string[] speaks = [.. Telephone.SkipsGreeting, .. Telephone.Says("05-hit-turn-1", afterSeconds: 3)];

        var heard = fixture.NewCaller();
        await fixture.TalkToOperatorAsync(heard, speaks);
        using var call = await console.CallOfAsync(heard, CallJson.HasEnded, "the end");
        Assert.Contains("сбили", call.RootElement.GetProperty("turns").GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("critical", call.Text("urgency"));

        var unheard = fixture.NewCaller();
        await fixture.TalkToOperatorAsync(unheard, speaks, async () =>
        {
            using var listening = await console.CallOfAsync(unheard, one => one.Text("activity") == "listening", "listening");
            await killServer();
        });
        using var second = await console.CallOfAsync(unheard, CallJson.HasEnded, "the end");
        Assert.Equal("operator", second.Text("outcome"));
        Assert.True(second.Flag("needs_human"));
        Assert.Contains(second.Text("urgency"), (string[])["medium", "high", "critical"]);
        Assert.Equal(("operator", second.Id()), await fixture.Asterisk.Logs.RecordAsync(unheard));
    }
}

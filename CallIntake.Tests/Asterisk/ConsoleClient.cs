using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CallIntake.Tests.Asterisk;

/// <summary>A program that signed in to the console and uses the REST interface.</summary>
internal sealed partial class ConsoleClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly EngineProcess _host;

    private ConsoleClient(EngineProcess host)
    {
        _host = host;
        _http = new HttpClient { BaseAddress = new Uri(host.Url), Timeout = Deadline.Usual };
    }

    /// <summary>Signs in as the administrator, as a browser does.</summary>
    public static async Task<ConsoleClient> SignInAsync(EngineProcess host)
    {
        var client = new ConsoleClient(host);
        var page = await client._http.GetStringAsync(Path("/Account/Login"));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = WebUtility.HtmlDecode(Token().Match(page).Groups["token"].Value),
            ["name"] = "admin",
            ["password"] = EngineProcess.Password,
        });
        using var answer = await client._http.PostAsync(Path("/Account/Login?returnUrl=%2Fhealth%2Flive"), form);
        Assert.True(answer.IsSuccessStatusCode, $"Signing in: {answer.StatusCode}\n{host.Output}");
        return client;
    }

    /// <summary>Waits for the row of a caller's (latest) call.</summary>
    public Task<JsonDocument> CallOfAsync(string caller) => CallOfAsync(caller, _ => true, "a row");

    /// <summary>Waits until the row of a caller's (latest) call is as expected.</summary>
    public Task<JsonDocument> CallOfAsync(string caller, Func<JsonElement, bool> expected, string what)
    {
        var last = "nothing";
        return Deadline.UntilAsync(
            $"{what} of {caller}",
            async () =>
            {
                if (await IdOfAsync(caller) is not { } id)
                {
                    return null;
                }

                var call = await GetAsync($"/api/calls/{id}");
                last = call.RootElement.GetRawText();
                return expected(call.RootElement) ? call : null;
            },
            () => $"Last seen: {last}\n{_host.Output}",
            Deadline.Call);
    }

    /// <summary>How many calls there are (up to a hundred).</summary>
    public async Task<int> CallCountAsync()
    {
        using var page = await GetAsync("/api/calls?limit=100");
        return Items(page).Count();
    }

    /// <summary>Waits for one call more than before and gives it, as soon as it is as expected.</summary>
    public Task<JsonDocument> NewestCallAsync(int before, Func<JsonElement, bool> expected) => Deadline.UntilAsync(
        "a new call",
        async () =>
        {
            using var page = await GetAsync("/api/calls?limit=100");
            var calls = Items(page).ToArray();
            return calls.Length > before && expected(calls[0]) ? await GetAsync($"/api/calls/{calls[0].Text("id")}") : null;
        },
        () => _host.Output);

    /// <summary>The stages of a call in their order.</summary>
    public async Task<IReadOnlyList<string>> StagesAsync(JsonDocument call)
    {
        using var events = await GetAsync($"/api/calls/{call.Id()}/events");
        return [.. Items(events).Select(one => one.GetProperty("stage").GetString()!)];
    }

    /// <summary>When a call first reached a stage, as the interface writes it.</summary>
    public async Task<string> TimeOfAsync(JsonDocument call, string stage)
    {
        using var events = await GetAsync($"/api/calls/{call.Id()}/events");
        return Items(events).First(one => one.Text("stage") == stage).Text("timestamp")!;
    }

    /// <summary>The recording of the whole call as the interface serves it.</summary>
    public Task<byte[]> RecordingAsync(JsonDocument call) => _http.GetByteArrayAsync(Path($"/api/calls/{call.Id()}/recording"));

    /// <summary>The export of everything.</summary>
    public Task<string> CsvAsync() => _http.GetStringAsync(Path("/api/calls.csv"));

    public void Dispose() => _http.Dispose();

    private async Task<string?> IdOfAsync(string caller)
    {
        using var page = await GetAsync("/api/calls?limit=100");
        return Items(page).Where(call => call.GetProperty("caller_id").GetString() == caller).Select(call => call.GetProperty("id").GetString()).FirstOrDefault();
    }

    private async Task<JsonDocument> GetAsync(string path)
    {
        await using var body = await _http.GetStreamAsync(Path(path));
        return await JsonDocument.ParseAsync(body);
    }

    private static JsonElement.ArrayEnumerator Items(JsonDocument page) =>
        page.RootElement.GetProperty("items").EnumerateArray();

    private static Uri Path(string path) => new(path, UriKind.Relative);

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}

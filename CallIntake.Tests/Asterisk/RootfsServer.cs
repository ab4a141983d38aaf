using System.Globalization;

namespace CallIntake.Tests.Asterisk;

/// <summary>A real server of models (whisper-server, llama-server) out of the root file system of the Asterisk tools.</summary>
internal sealed class RootfsServer : IAsyncDisposable
{
    private readonly ShellProcess _process;

    private RootfsServer(ShellProcess process, string url)
    {
        _process = process;
        Url = url;
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="program">Its name inside.</param>
    /// <param name="model">The model's file on this machine.</param>
    /// <param name="options">Further options.</param>
    public static async Task<RootfsServer> StartAsync(string program, string model, params string[] options)
    {
        var port = TestPlaces.FreePort().ToString(CultureInfo.InvariantCulture);
        var process = ShellProcess.Start(TestPlaces.Tool("in-rootfs.sh"),
        [
            "--bind", $"{model}:/srv/model:ro", "--", program, "-m", "/srv/model", "--host", "127.0.0.1", "--port", port, .. options,
        ]);
        var server = new RootfsServer(process, $"http://127.0.0.1:{port}");
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        await Deadline.UntilAsync($"{program} is ready", () => IsReadyAsync(client), () => process.Output, Deadline.Call);
        return server;
    }

    /// <summary>Ends it as a crash would.</summary>
    public Task KillAsync() => _process.KillAsync();

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // Not listening yet.
        }
    }
}

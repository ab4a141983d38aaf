using System.Globalization;

namespace CallIntake.Tests.Asterisk;

/// <summary>whisper.cpp's own server with the bundled model, out of the root file system of the Asterisk tools.</summary>
internal sealed class WhisperServer : IAsyncDisposable
{
    private readonly ShellProcess _process;

    private WhisperServer(ShellProcess process, string url)
    {
        _process = process;
        Url = url;
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; }

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<WhisperServer> StartAsync()
    {
        var port = TestPlaces.FreePort().ToString(CultureInfo.InvariantCulture);
        var model = Path.Combine(TestPlaces.Checkout, "models", "ggml-base-q8_0.bin");
        var process = ShellProcess.Start(TestPlaces.Tool("in-rootfs.sh"),
        [
            "--bind", $"{model}:/srv/model.bin:ro", "--", "whisper-server", "-m", "/srv/model.bin", "-l", "ru", "-t", "2", "--host", "127.0.0.1", "--port", port,
            "--inference-path", "/v1/audio/transcriptions",
        ]);
        var server = new WhisperServer(process, $"http://127.0.0.1:{port}");
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        await Deadline.UntilAsync("whisper-server is ready", () => IsReadyAsync(client), () => process.Output, Deadline.Call);
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

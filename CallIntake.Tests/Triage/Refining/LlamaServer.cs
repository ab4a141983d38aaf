using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CallIntake.Tests.Triage.Refining;

/// <summary>
/// A real llama-server with a tiny model of random weights: its words are nonsense, its grammar, its time and its death are real. Needs the
/// root file system of the Asterisk tests (CALLINTAKE_ASTERISK_TOOLS) and the model (CALLINTAKE_TINY_LLM).
/// </summary>
internal sealed class LlamaServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private readonly Process _process;

    private LlamaServer(Process process, int port)
    {
        _process = process;
        Endpoint = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/v1");
    }

    public string Endpoint { get; }

    public static async Task<LlamaServer> StartAsync()
    {
        var port = FreePort();
        var start = new ProcessStartInfo(Place("CALLINTAKE_ASTERISK_TOOLS", "tools/asterisk", "in-rootfs.sh"))
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        string[] arguments =
        [
            "--bind", Place("CALLINTAKE_TINY_LLM", "models/tiny-llm", "tiny-random.gguf") + ":/srv/tiny.gguf:ro", "--",
            "llama-server", "-m", "/srv/tiny.gguf", "--host", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), "-c", "16384", "-t", "1",
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        var server = new LlamaServer(Process.Start(start)!, port);
        server._process.OutputDataReceived += (_, _) => { };
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        await server.WaitAsync();
        return server;
    }

    /// <summary>Ends it as a crash would.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task WaitAsync()
    {
        using var client = new HttpClient();
        var began = Stopwatch.StartNew();
        var health = new Uri(Endpoint.Replace("/v1", "/health", StringComparison.Ordinal));
        while (began.Elapsed < StartLimit && !_process.HasExited)
        {
            try
            {
                using var response = await client.GetAsync(health, TestContext.Current.CancellationToken);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("llama-server did not start");
    }

    private static string Place(string variable, string folder, string file)
    {
        var configured = Environment.GetEnvironmentVariable(variable);
        var path = Path.GetFullPath(Path.Combine(string.IsNullOrEmpty(configured) ? Path.Combine(TriageFixture.Paths.Root, "..", "shared", folder) : configured, file));
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is missing; set {variable} to its folder");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

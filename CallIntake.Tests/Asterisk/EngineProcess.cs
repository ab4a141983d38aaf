using System.Globalization;

namespace CallIntake.Tests.Asterisk;

/// <summary>
/// The product's host as a process of its own, with its own ports and data folder, as a site runs it: only configuration makes the
/// difference. Killing and starting it again keeps the data.
/// </summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    /// <summary>The administrator's password in these tests.</summary>
    public const string Password = "correct horse battery staple";

    private readonly Dictionary<string, string> _settings;
    private readonly int _web = TestPlaces.FreePort();
    private ShellProcess? _process;

    private EngineProcess(string folder, string recordings, IReadOnlyDictionary<string, string> more)
    {
        Directory.CreateDirectory(folder);
        Recordings = recordings;
        Agi = $"127.0.0.1:{TestPlaces.FreePort().ToString(CultureInfo.InvariantCulture)}";
        _settings = new Dictionary<string, string>
        {
            ["Console__Url"] = Url,
            ["Console__KeysPath"] = Path.Combine(folder, "keys"),
            ["Console__Administrator__Password"] = Password,
            ["Asterisk__Agi__Endpoint"] = Agi,
            ["Asterisk__AudioSocket__Endpoint"] = $"127.0.0.1:{TestPlaces.FreePort().ToString(CultureInfo.InvariantCulture)}",
            ["Database__ConnectionString"] = $"Data Source={Path.Combine(folder, "callintake.db")}",
            ["Recordings__Path"] = recordings,
            ["Speech__CachePath"] = Path.Combine(folder, "spoken"),
            ["DOTNET_ENVIRONMENT"] = "Production",

            // These tests judge what happens, not how fast on a machine that is doing other work.
            ["Database__UnsavedPath"] = Path.Combine(folder, "unsaved"),
            ["Database__WriteDeadline"] = "00:00:30",
            ["Speech__Recognition__Deadline"] = "00:04:00",
            ["Intake__WatchdogSeconds"] = "120",
            ["Intake__InitialSilenceSeconds"] = "12",
        };
        foreach (var (key, value) in more)
        {
            _settings[key] = value;
        }
    }

    /// <summary>Address of the console.</summary>
    public string Url => $"http://127.0.0.1:{_web.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Address of the FastAGI server, as the dialplan wants it.</summary>
    public string Agi { get; }

    /// <summary>Root folder of the recordings.</summary>
    public string Recordings { get; }

    /// <summary>What the host logged.</summary>
    public string Output => _process?.Output ?? string.Empty;

    /// <summary>Starts a host and waits until all of its parts are ready.</summary>
    public static async Task<EngineProcess> StartAsync(string folder, string recordings, IReadOnlyDictionary<string, string>? settings = null)
    {
        var host = new EngineProcess(folder, recordings, settings ?? new Dictionary<string, string>());
        await host.StartAsync();
        return host;
    }

    /// <summary>Starts it (again).</summary>
    public async Task StartAsync()
    {
        Assert.True(File.Exists(TestPlaces.HostAssembly), $"{TestPlaces.HostAssembly} was not built.");
        _process = ShellProcess.Start("dotnet", [TestPlaces.HostAssembly], _settings);
        using var client = new HttpClient { BaseAddress = new Uri(Url) };
        await Deadline.UntilAsync("the host is ready", async () => await IsReadyAsync(client), () => Output, Deadline.Call);
    }

    /// <summary>Ends it in the middle of whatever it does, as a crash or a power cut would.</summary>
    public Task KillAsync() => _process!.KillAsync();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private async Task<bool> IsReadyAsync(HttpClient client)
    {
        if (_process!.HasExited)
        {
            throw new InvalidOperationException($"The host ended while starting:\n{Output}");
        }

        try
        {
            using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // Not listening yet.
        }
    }
}

using System.Net;
using System.Net.Sockets;
using CallIntake.Engine.Data;
using CallIntake.Tests.Asterisk;
using CallIntake.Web.Hosting;
using CallIntake.Web.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallIntake.Tests.Support;

/// <summary>
/// The whole host in this process on free ports: web and FastAGI, its data in a folder of its own that is deleted afterwards, the scripted
/// recogniser, and an administrator with a known password. As a class fixture it is shared; a test with its own needs calls
/// <see cref="StartAsync"/>.
/// </summary>
public sealed class HostFixture : IAsyncLifetime
{
    /// <summary>Name of the administrator.</summary>
    public const string Administrator = AccountKeeper.Administrator;

    /// <summary>The administrator's password.</summary>
    public const string Password = "an open book for tests";

    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("callintake-host-");
    private readonly Action<WebApplicationBuilder>? _customize;
    private readonly string[] _configuration;
    private WebApplication? _app;

    /// <summary>The host as tests usually want it.</summary>
    public HostFixture()
        : this(null)
    {
    }

    private HostFixture(Action<WebApplicationBuilder>? customize, params string[] configuration)
    {
        _customize = customize;
        _configuration = configuration;
    }

    /// <summary>What the host has written to the terminal for people.</summary>
    public StringWriter Terminal { get; } = new();

    /// <summary>The host's services.</summary>
    public IServiceProvider Services => (_app ?? throw new InvalidOperationException("The host is not started.")).Services;

    /// <summary>Address of console and API.</summary>
    public Uri Url { get; private set; } = new("http://localhost");

    /// <summary>The FastAGI port.</summary>
    public IPEndPoint Agi { get; } = new(IPAddress.Loopback, TestPlaces.FreePort());

    /// <summary>Folder of database, recordings and keys.</summary>
    public string DataFolder => _folder.FullName;

    /// <summary>Folder of the recordings.</summary>
    public string RecordingsFolder => Path.Combine(DataFolder, "recordings");

    /// <summary>A host of one's own: other services or other configuration (<c>--Section:Key=value</c>; the last one of a key counts).</summary>
    internal static async Task<HostFixture> StartAsync(Action<WebApplicationBuilder>? customize, params string[] configuration)
    {
        var host = new HostFixture(customize, configuration);
        await host.InitializeAsync();
        return host;
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _app = HostFactory.Build(Configuration(), builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton(new TerminalNotice(TextWriter.Synchronized(Terminal)));
            _customize?.Invoke(builder);
        });
        await _app.StartAsync().WaitAsync(Deadline);
        var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Url = addresses.Select(address => new Uri(address)).Single(address => address.Port != Agi.Port);
        await WaitForAdministratorAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    /// <summary>A client that nobody signed in with; does not follow redirects and keeps its own cookies.</summary>
    public HttpClient CreateClient(CookieContainer? cookies = null) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = true,
        CookieContainer = cookies ?? new CookieContainer(),
    })
    {
        BaseAddress = Url,
        Timeout = Deadline,
    };

    /// <summary>A client signed in as the administrator or somebody else.</summary>
    public async Task<HttpClient> SignInAsync(string name = Administrator, string password = Password, CookieContainer? cookies = null)
    {
        var client = CreateClient(cookies);
        using var answer = await client.PostLoginAsync(name, password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Makes an account with the usual password and signs it in.</summary>
    public async Task<HttpClient> SignInAsNewAsync(string role, CookieContainer? cookies = null) => await SignInAsync(await AddAsync(role), cookies: cookies);

    /// <summary>Makes an account with the usual password; gives its name.</summary>
    public async Task<string> AddAsync(string role)
    {
        var name = $"{role}-{Guid.NewGuid():N}";
        await using var scope = Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<AccountKeeper>().AddAsync(name, role, Password);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(error => error.Description)));
        return name;
    }

    private string[] Configuration() =>
    [
        "--Console:Url=http://127.0.0.1:0",
        $"--Console:KeysPath={Path.Combine(DataFolder, "keys")}",
        $"--Console:Administrator:Password={Password}",
        $"--Asterisk:Agi:Endpoint={Agi}",
        $"--Database:ConnectionString=Data Source={Path.Combine(DataFolder, "callintake.db")}",
        // A slow machine is no failure of the database.
        "--Database:WriteDeadline=00:01:00",
        $"--Database:UnsavedPath={Path.Combine(DataFolder, "unsaved")}",
        $"--Recordings:Path={RecordingsFolder}",
        "--Speech:Recognition:Chains:ru:0=scripted",
        "--Speech:Recognition:Chains:kk:0=scripted",
        $"--Speech:CachePath={Path.Combine(DataFolder, "speech-cache")}",
        .. _configuration,
    ];

    /// <summary>The first administrator is made beside the start of the ports.</summary>
    private async Task WaitForAdministratorAsync()
    {
        await Services.GetRequiredService<CallStorageStatus>().WhenReady.WaitAsync(Deadline);
        using var deadline = new CancellationTokenSource(Deadline);
        while (true)
        {
            await using var scope = Services.CreateAsyncScope();
            if ((await scope.ServiceProvider.GetRequiredService<AccountKeeper>().ListAsync()).Any(account => account.Roles.Count > 0))
            {
                return;
            }

            await Task.Delay(20, deadline.Token);
        }
    }
}

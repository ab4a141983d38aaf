using System.Net;
using System.Net.Sockets;
using CallIntake.Engine;
using CallIntake.Engine.Agi;
using CallIntake.Engine.Agi.Peer;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Engine.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallIntake.Tests.Calls;

/// <summary>The whole engine on a real port with a real database and the scripted recogniser; no console.</summary>
internal sealed class EngineHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EngineHost(WebApplication app, string folder, IPEndPoint agi)
    {
        _app = app;
        Folder = folder;
        Agi = agi;
    }

    public string Folder { get; }

    public IPEndPoint Agi { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<EngineHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("callintake-engine-").FullName;
        var agi = FreeEndpoint();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Asterisk:Agi:Endpoint"] = agi.ToString(),
            ["Database:ConnectionString"] = $"Data Source={folder}/callintake.db",
            ["Database:WriteDeadline"] = "00:01:00", // a busy machine is no failing database
            ["Recordings:Path"] = $"{folder}/recordings",
            ["Speech:Recognition:Chains:ru:0"] = "scripted",
            ["Speech:Recognition:Chains:kk:0"] = "scripted",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddCallEngine(ContentPaths.Find(AppContext.BaseDirectory));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenForAsterisk());
        var app = builder.Build();
        await app.StartAsync();
        return new EngineHost(app, folder, agi);
    }

    public Task<TestCallResult> CallAsync(TestCallPlan plan) => Services.GetRequiredService<TestCaller>()
        .PlaceAsync(plan with { Server = Agi, Speed = 100 }, CancellationToken.None)
        .WaitAsync(TimeSpan.FromMinutes(2));

    /// <summary>Waits until the call on the board fulfils a condition.</summary>
    public async Task<Call> UntilAsync(Guid id, Func<Call, bool> condition)
    {
        var feed = Services.GetRequiredService<CallFeed>();
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            if (feed.Current.Calls.TryGetValue(id, out var call) && condition(call))
            {
                return call;
            }

            await Task.Delay(20, deadline.Token);
        }
    }

    public async Task<T> QueryAsync<T>(Func<CallDbContext, Task<T>> query)
    {
        await using var context = await Services.GetRequiredService<IDbContextFactory<CallDbContext>>().CreateDbContextAsync();
        return await query(context);
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static IPEndPoint FreeEndpoint()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }
}

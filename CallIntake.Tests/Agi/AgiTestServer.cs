using System.Net;
using CallIntake.Engine.Agi;
using CallIntake.Engine.Calls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CallIntake.Tests.Agi;

/// <summary>The FastAGI server on a free port of the loopback, as the host runs it, with a call handler of the test.</summary>
internal sealed class AgiTestServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private AgiTestServer(WebApplication app, CollectedLog log)
    {
        _app = app;
        Log = log;
    }

    public CollectedLog Log { get; }

    public IPEndPoint Endpoint { get; private set; } = new(IPAddress.Loopback, 0);

    public IServiceProvider Services => _app.Services;

    public int Connections => _app.Services.GetRequiredService<AgiConnectionHandler>().Connections;

    public static Task<AgiTestServer> StartAsync(Func<ICallLine, Task> handler, params (string Key, string Value)[] settings) =>
        StartAsync(new DelegateCallHandler(handler), settings);

    public static async Task<AgiTestServer> StartAsync(ICallHandler handler, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var log = new CollectedLog();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.Configuration["Asterisk:Agi:Endpoint"] = "127.0.0.1:0";
        foreach (var (key, value) in settings)
        {
            builder.Configuration["Asterisk:Agi:" + key] = value;
        }

        builder.Services.AddSingleton(handler);
        builder.Services.AddAgi();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenForAsterisk());
        var server = new AgiTestServer(builder.Build(), log);
        await server._app.StartAsync();
        var address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.Endpoint = new IPEndPoint(IPAddress.Loopback, new Uri(address).Port);
        return server;
    }

    /// <summary>Stops the host as a service manager would; open calls have until the deadline.</summary>
    public async Task StopAsync(TimeSpan deadline)
    {
        using var timeout = new CancellationTokenSource(deadline);
        await _app.StopAsync(timeout.Token);
    }

    public async ValueTask DisposeAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await _app.StopAsync(timeout.Token);
        await _app.DisposeAsync();
    }

    private sealed class DelegateCallHandler(Func<ICallLine, Task> handler) : ICallHandler
    {
        public Task HandleAsync(ICallLine line) => handler(line);
    }
}

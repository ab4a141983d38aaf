using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;
using CallIntake.Engine.Agi;
using CallIntake.Engine.Calls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Tests.Agi;

public sealed class EngineKestrelTests
{
    private readonly CollectedLog _log = new();

    [Fact]
    public async Task Asterisk_and_the_console_each_have_their_own_port()
    {
        await using var app = Build([], ("Console:Url", "http://127.0.0.1:0"), ("Asterisk:Agi:Endpoint", "127.0.0.1:0"));
        app.MapGet("/", () => "the console");
        await app.StartAsync();
        var ports = Ports(app);
        Assert.Equal(2, ports.Count);
        using var http = new HttpClient();
        Assert.Equal("the console", await http.GetStringAsync(new Uri($"http://127.0.0.1:{ports[1]}/")).InTime());
        using var asterisk = await ScriptedAsterisk.CallAsync(new IPEndPoint(IPAddress.Loopback, ports[0]));
        Assert.Equal("SET VARIABLE CALLINTAKE_SEEN \"1\"", await asterisk.HearAsync());
        Assert.DoesNotContain(_log.Entries, entry => entry.Text.Contains("Overriding", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Urls_given_at_the_start_take_the_place_of_the_consoles_address()
    {
        await using var app = Build(["--urls", "http://[::1]:0;http://127.0.0.1:0"], ("Console:Url", "http://127.0.0.1:1"), ("Asterisk:Agi:Endpoint", "127.0.0.1:0"));
        await app.StartAsync();
        Assert.Equal(3, Ports(app).Count);
        Assert.DoesNotContain(1, Ports(app));
        Assert.DoesNotContain(_log.Entries, entry => entry.Text.Contains("Overriding", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_taken_port_is_told_with_its_key_and_the_host_does_not_start()
    {
        using var agi = Take(out var agiPort);
        using var web = Take(out var webPort);
        await using var app = Build([], ("Console:Url", $"http://localhost:{webPort}"), ("Asterisk:Agi:Endpoint", $"127.0.0.1:{agiPort}"));
        var errors = new StringWriter();
        Assert.Equal(1, await app.RunUnlessPortsAreTakenAsync(errors).InTime());
        var lines = errors.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            [
                $"Port {agiPort} is in use by another program (perhaps CallIntake runs already). It stands in Asterisk:Agi:Endpoint (127.0.0.1:{agiPort}).",
                $"Port {webPort} is in use by another program (perhaps CallIntake runs already). It stands in Console:Url (http://localhost:{webPort}).",
            ],
            lines);
        Assert.DoesNotContain(_log.Entries, entry => entry.Exception is not null);
    }

    [Fact]
    public async Task An_address_of_another_machine_is_told_too()
    {
        await using var app = Build([], ("Console:Url", "http://192.0.2.1:5102"), ("Asterisk:Agi:Endpoint", "127.0.0.1:0"));
        var message = Assert.Single(TakenPorts.Find(app.Services));
        Assert.StartsWith("192.0.2.1 is no address of this machine. It stands in Console:Url", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_errors_of_the_configuration_come_at_once()
    {
        var builder = Builder(
            [],
            ("Console:Url", "localhost:5102;ftp://x"),
            ("Asterisk:Agi:Endpoint", "somewhere"),
            ("Asterisk:Agi:Path", "intake"),
            ("Asterisk:Agi:AllowedAddresses:0", "10.0.0.0/99"),
            ("Asterisk:Agi:MaximumConnections", "0"));
        builder.Services.AddOptions<OtherOptions>().ValidateDataAnnotations().ValidateOnStart();
        await using var app = builder.Build();
        Assert.Empty(TakenPorts.Find(app.Services));
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => app.StartAsync().InTime());
        foreach (var part in (string[])["\"somewhere\"", "\"intake\"", "\"10.0.0.0/99\"", "MaximumConnections", "\"localhost:5102\"", "\"ftp://x\"", "Wanted"])
        {
            Assert.Contains(part, failure.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("0.0.0.0:4573", null, false)]
    [InlineData("10.0.0.1:4573", null, false)]
    [InlineData("0.0.0.0:4573", "10.0.0.5", true)]
    [InlineData("[::]:4573", "10.0.0.0/24", true)]
    [InlineData("127.0.0.1:4573", null, true)]
    [InlineData("[::1]:4573", null, true)]
    [InlineData("127.0.0.1", null, false)]
    [InlineData("::1", null, false)]
    [InlineData("localhost:4573", null, false)]
    [InlineData("127.0.0.1:70000", null, false)]
    [InlineData("", null, false)]
    public void An_endpoint_others_can_reach_needs_the_list_of_those_who_may(string endpoint, string? allowed, bool valid)
    {
        var options = new AgiOptions { Endpoint = endpoint, AllowedAddresses = allowed is null ? [] : [allowed] };
        Assert.Equal(valid, new AgiOptionsValidator().Validate(name: null, options).Succeeded);
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("::1", "::1", true)]
    [InlineData("10.0.0.5", "10.0.0.1", true)]
    [InlineData("::ffff:10.0.0.5", "10.0.0.1", true)]
    [InlineData("10.0.1.77", "10.0.0.1", true)]
    [InlineData("10.0.0.6", "10.0.0.1", false)]
    [InlineData("10.0.0.1", "10.0.0.1", true)]
    [InlineData("192.0.2.1", "10.0.0.1", false)]
    public void Only_this_machine_and_the_listed_addresses_may_connect(string remote, string local, bool allowed)
    {
        var gate = new AgiGate(new AgiOptions { AllowedAddresses = ["10.0.0.5", "10.0.1.0/24"] });
        Assert.Equal(allowed, gate.Allows(new IPEndPoint(IPAddress.Parse(remote), 40000), new IPEndPoint(IPAddress.Parse(local), 4573)));
    }

    [Fact]
    public void Commands_leave_at_once_because_the_transport_does_not_wait_to_fill_packets() => Assert.True(new SocketTransportOptions().NoDelay);

    private WebApplication Build(string[] args, params (string Key, string Value)[] settings) => Builder(args, settings).Build();

    private WebApplicationBuilder Builder(string[] args, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders().AddProvider(_log);
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.Services.AddSingleton<ICallHandler, SeenHandler>();
        builder.Services.AddAgi();
        builder.ListenForAsteriskAndConsole();
        return builder;
    }

    private static List<int> Ports(WebApplication app) =>
        [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address).Port)];

    private static TcpListener Take(out int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return listener;
    }

    private sealed class SeenHandler : ICallHandler
    {
        public Task HandleAsync(ICallLine line) => line.SetVariableAsync("CALLINTAKE_SEEN", "1");
    }

    private sealed class OtherOptions
    {
        [Required]
        public string? Wanted { get; set; }
    }
}

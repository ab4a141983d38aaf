using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Agi.Peer;

/// <summary>
/// Places calls without a telephone: connects to the real FastAGI port as Asterisk would and does what the engine commands, with WAV
/// files for a caller. The files that the engine names must be on this machine. One object for all calls; thread-safe.
/// </summary>
public sealed class TestCaller(IOptions<AgiOptions> options, TimeProvider time)
{
    private const double MaximumSpeed = 1_000_000;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Places one call and returns when it is over.</summary>
    /// <exception cref="TestCallException">Nobody listens, or a WAV of the plan cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The token fired; the caller hung up.</exception>
    public async Task<TestCallResult> PlaceAsync(TestCallPlan plan, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Speed is not (> 0 and <= MaximumSpeed))
        {
            throw new ArgumentException($"The speed must be above 0 and at most {MaximumSpeed}.", nameof(plan));
        }

        var voice = await Task.Run(() => CallerVoice.Load(plan.Wavs), cancellationToken);
        var server = plan.Server ?? ConfiguredServer();
        var script = plan.Script ?? options.Value.Path.Trim('/') + "?test=1";
        var violations = new List<string>();
        await using var wire = new PeerWire(await ConnectAsync(server, cancellationToken), violations);
        await wire.SendAsync(PeerRequest.Block(server, script, plan.CallerId, time.GetUtcNow()));
        await using var call = new TestCall(plan, voice, wire, violations, time, cancellationToken);
        var result = await call.RunAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return result;
    }

    private IPEndPoint ConfiguredServer()
    {
        var configured = options.Value.ToEndPoint();
        if (configured.Address.Equals(IPAddress.Any))
        {
            return new IPEndPoint(IPAddress.Loopback, configured.Port);
        }

        return configured.Address.Equals(IPAddress.IPv6Any) ? new IPEndPoint(IPAddress.IPv6Loopback, configured.Port) : configured;
    }

    private static async Task<Socket> ConnectAsync(IPEndPoint server, CancellationToken cancellationToken)
    {
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(ConnectTimeout);
        try
        {
            await socket.ConnectAsync(server, deadline.Token);
            return socket;
        }
        catch (Exception exception) when (exception is SocketException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            socket.Dispose();
            throw new TestCallException($"Nobody answers on {server} ({AgiOptions.SectionName}:Endpoint). Is CallIntake running?", exception);
        }
    }
}

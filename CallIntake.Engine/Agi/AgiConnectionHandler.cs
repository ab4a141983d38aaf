using CallIntake.Engine.Calls;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Agi;

/// <summary>
/// Serves the FastAGI connections of one endpoint: one object for all of them, everything of a call is local. No thread waits for a
/// call. Whatever happens in a connection ends with that connection alone; the dialplan takes its caller to the operators.
/// </summary>
internal sealed class AgiConnectionHandler(
    ICallHandler calls,
    IOptions<AgiOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<AgiConnectionHandler> logger) : ConnectionHandler
{
    private readonly AgiOptions _options = options.Value;
    private readonly AgiGate _gate = new(options.Value);

    /// <summary>Connections at the moment.</summary>
    public int Connections => _gate.Inside;

    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        if (!_gate.Allows(connection.RemoteEndPoint, connection.LocalEndPoint))
        {
            logger.AddressRefused(connection.RemoteEndPoint?.ToString());
            return;
        }

        if (!_gate.TryEnter())
        {
            logger.TooManyConnections(connection.RemoteEndPoint?.ToString(), _options.MaximumConnections);
            return;
        }

        try
        {
            var reader = new AgiLineReader(connection.Transport.Input, _options.MaximumLineBytes);
            if (await ReadRequestAsync(reader, connection.RemoteEndPoint?.ToString()) is { } request)
            {
                await ServeAsync(connection, reader, request);
            }
        }
        finally
        {
            _gate.Leave();
        }
    }

    private async Task<AgiRequest?> ReadRequestAsync(AgiLineReader reader, string? remote)
    {
        try
        {
            var request = await AgiRequestReader.ReadAsync(reader, _options, time);
            if (request is null)
            {
                logger.NoRequest(remote);
            }
            else if (!string.Equals(request.Path, "/" + _options.Path.Trim('/'), StringComparison.Ordinal))
            {
                logger.PathRefused(remote, _options.Path);
                return null;
            }

            return request;
        }
        catch (AgiException refused)
        {
            logger.RequestRefused(remote, refused.Message);
        }
        catch (Exception lost) when (lost is IOException or InvalidOperationException)
        {
            logger.ConnectionLost(remote, lost.Message);
        }

        return null;
    }

    private async Task ServeAsync(ConnectionContext connection, AgiLineReader reader, AgiRequest request)
    {
        var arrival = CallArrivals.From(request, AgiGate.IsThisMachine(connection.RemoteEndPoint, connection.LocalEndPoint));
        using var scope = logger.BeginScope("{UniqueId}", arrival.UniqueId);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(
            lifetime.ApplicationStopping,
            connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? CancellationToken.None);
        using var channel = new AgiChannel(reader, connection.Transport.Output, _options, time, logger);
        var started = time.GetTimestamp();
        logger.CallArrived(arrival.UniqueId, arrival.Channel);
        var reading = channel.ReadToEndAsync();
        try
        {
            await calls.HandleAsync(new AgiLine(arrival, channel, _options, time, logger, stopping.Token));
        }
        catch (CallLineException broken)
        {
            logger.LineBroke(broken.Message);
        }
        catch (Exception exception)
        {
            // The top of the connection: a call that fails must not take anything else along.
            logger.HandlerFailed(exception);
        }
        finally
        {
            channel.Close();
            await reading;
            logger.CallLeft(arrival.UniqueId, time.GetElapsedTime(started));
        }
    }
}

using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using CallIntake.Engine.Agi;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Health;

/// <summary>Whether Asterisk can reach the engine. Looks at the ports that are open and does not connect, so it is no call to anybody.</summary>
internal sealed class AgiCheck(IOptions<AgiOptions> options) : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var wanted = options.Value.ToEndPoint();
        try
        {
            var open = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(listener => Serves(listener, wanted));
            return Task.FromResult(open
                ? HealthCheckResult.Healthy($"Asterisk is answered on {wanted}.")
                : HealthCheckResult.Unhealthy($"Nothing listens for Asterisk on {wanted}; its calls go straight to the operators."));
        }
        catch (NetworkInformationException exception)
        {
            return Task.FromResult(HealthCheckResult.Degraded($"The open ports cannot be seen: {exception.Message}", exception));
        }
    }

    private static bool Serves(IPEndPoint listener, IPEndPoint wanted) =>
        (wanted.Port == 0 || listener.Port == wanted.Port)
        && (listener.Address.Equals(wanted.Address)
            || listener.Address.Equals(IPAddress.IPv6Any)
            || (listener.Address.Equals(IPAddress.Any) && wanted.AddressFamily == AddressFamily.InterNetwork));
}

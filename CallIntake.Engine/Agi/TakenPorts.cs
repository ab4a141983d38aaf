using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Agi;

/// <summary>
/// Says in one line for each what is wrong with the addresses the host is to listen on. Asked before the start, because the server
/// itself would log two stack traces.
/// </summary>
public static class TakenPorts
{
    /// <summary>
    /// Runs the host to its end. Where an address is taken, or is none of this machine, writes why and returns 1 without a start;
    /// otherwise returns 0.
    /// </summary>
    public static async Task<int> RunUnlessPortsAreTakenAsync(this WebApplication app, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(errors);
        var taken = Find(app.Services);
        if (taken.Count == 0)
        {
            try
            {
                await app.RunAsync();
                return 0;
            }
            catch (IOException exception) when (exception.InnerException is AddressInUseException)
            {
                // Taken between the question and the start.
                taken = Find(app.Services) is { Count: > 0 } found ? found : [exception.Message];
            }
        }

        foreach (var message in taken)
        {
            await errors.WriteLineAsync(message);
        }

        return 1;
    }

    /// <summary>A message for each address that cannot be listened on, with its configuration key; empty where all is well.</summary>
    public static IReadOnlyList<string> Find(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var messages = new List<string>();
        try
        {
            var agi = services.GetRequiredService<IOptions<AgiOptions>>().Value;
            AddProblem(messages, agi.ToEndPoint(), $"{AgiOptions.SectionName}:Endpoint", agi.Endpoint);
            var console = services.GetRequiredService<IOptions<ConsoleAddresses>>().Value;
            foreach (var url in console.Urls)
            {
                foreach (var endpoint in EndpointsOf(url))
                {
                    AddProblem(messages, endpoint, console.Key, url.ToString());
                }
            }
        }
        catch (OptionsValidationException)
        {
            // The start reports it together with all other errors of the configuration.
        }

        return [.. messages.Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<IPEndPoint> EndpointsOf(BindingAddress url)
    {
        if (string.Equals(url.Host, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            return [new(IPAddress.Loopback, url.Port), new(IPAddress.IPv6Loopback, url.Port)];
        }

        return [new(IPAddress.TryParse(url.Host, out var address) ? address : IPAddress.IPv6Any, url.Port)];
    }

    private static void AddProblem(List<string> messages, IPEndPoint endpoint, string key, string value)
    {
        var problem = Try(endpoint) switch
        {
            SocketError.AddressAlreadyInUse => $"Port {endpoint.Port} is in use by another program (perhaps CallIntake runs already)",
            SocketError.AccessDenied => $"Port {endpoint.Port} needs rights that this user does not have",

            // Of the two addresses of localhost a machine may lack one.
            SocketError.AddressNotAvailable when !IPAddress.IsLoopback(endpoint.Address) => $"{endpoint.Address} is no address of this machine",
            _ => null,
        };
        if (problem is not null)
        {
            messages.Add($"{problem}. It stands in {key} ({value}).");
        }
    }

    private static SocketError Try(IPEndPoint endpoint)
    {
        if (endpoint.Port == 0)
        {
            return SocketError.Success;
        }

        try
        {
            using var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            if (endpoint.Address.Equals(IPAddress.IPv6Any))
            {
                socket.DualMode = true;
            }

            socket.Bind(endpoint);
            return SocketError.Success;
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode;
        }
    }
}

using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CallIntake.Web.Hosting;

/// <summary>
/// The address in <see cref="ConsoleOptions.Url"/>. Listening is set up in code, beside the port for Asterisk: Kestrel passes over
/// <c>--urls</c> and ASPNETCORE_URLS as soon as one port is set up in code.
/// </summary>
/// <param name="Host">Name or address; null for every interface.</param>
/// <param name="Port">Port; 0 takes a free one (not together with the name localhost).</param>
/// <param name="IsHttps">Whether TLS with the host's default certificate is spoken.</param>
internal readonly record struct ConsoleEndpoint(string? Host, int Port, bool IsHttps)
{
    /// <summary>Reads an address such as http://localhost:5102 or https://*:443.</summary>
    public static bool TryParse(string url, out ConsoleEndpoint endpoint)
    {
        endpoint = default;
        try
        {
            var address = BindingAddress.Parse(url);
            var isHttps = string.Equals(address.Scheme, "https", StringComparison.OrdinalIgnoreCase);
            if ((!isHttps && !string.Equals(address.Scheme, "http", StringComparison.OrdinalIgnoreCase)) || address.IsUnixPipe
                || address.PathBase is not ("" or "/") || address.Port is < 0 or > 65535)
            {
                return false;
            }

            endpoint = new ConsoleEndpoint(address.Host is "*" or "+" ? null : address.Host, address.Port, isHttps);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Opens the port.</summary>
    public void Listen(KestrelServerOptions kestrel)
    {
        var isHttps = IsHttps;
        if (Host is null)
        {
            kestrel.ListenAnyIP(Port, Configure);
        }
        else if (IPAddress.TryParse(Host.Trim('[', ']'), out var address))
        {
            kestrel.Listen(address, Port, Configure);
        }
        else if (string.Equals(Host, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            kestrel.ListenLocalhost(Port, Configure);
        }
        else
        {
            // As Kestrel itself does for a name: every interface answers, the name is for people.
            kestrel.ListenAnyIP(Port, Configure);
        }

        void Configure(ListenOptions listen)
        {
            if (isHttps)
            {
                listen.UseHttps();
            }
        }
    }
}

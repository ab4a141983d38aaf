using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Agi;

/// <summary>Where the host listens.</summary>
public static class EngineKestrelExtensions
{
    /// <summary>Key of the console's address; several addresses are divided by semicolons.</summary>
    public const string ConsoleUrlKey = "Console:Url";

    internal const string DefaultConsoleUrl = "http://localhost:5102";

    /// <summary>
    /// Listens for Asterisk on Asterisk:Agi:Endpoint and for browsers on Console:Url. --urls or ASPNETCORE_URLS, where given, take the
    /// place of Console:Url. Both are listened to in code, because Kestrel forgets the configured addresses once one is.
    /// </summary>
    public static WebApplicationBuilder ListenForAsteriskAndConsole(this WebApplicationBuilder builder)
    {
        var urls = ConsoleUrls(builder.Configuration);

        // Else Kestrel would warn that it overrides them, which it does not.
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, string.Empty);
        builder.WebHost.UseSetting(WebHostDefaults.HttpPortsKey, string.Empty);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenForAsterisk();
            foreach (var url in urls)
            {
                kestrel.ListenForConsole(url);
            }
        });
        builder.Services.AddSingleton(new ConsoleAddresses(urls));
        return builder;
    }

    /// <summary>Listens for Asterisk alone, on Asterisk:Agi:Endpoint.</summary>
    public static void ListenForAsterisk(this KestrelServerOptions kestrel)
    {
        var options = kestrel.ApplicationServices.GetRequiredService<IOptions<AgiOptions>>().Value;
        kestrel.Listen(options.ListenOn, listen => listen.UseConnectionHandler<AgiConnectionHandler>());
        kestrel.ApplicationServices.GetRequiredService<ILogger<AgiConnectionHandler>>().Listening(options.ListenOn, options.Path);
    }

    private static void ListenForConsole(this KestrelServerOptions kestrel, BindingAddress url)
    {
        Action<ListenOptions> configure = listen =>
        {
            if (string.Equals(url.Scheme, Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase))
            {
                listen.UseHttps();
            }
        };
        if (string.Equals(url.Host, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            kestrel.ListenLocalhost(url.Port, configure);
        }
        else if (IPAddress.TryParse(url.Host, out var address))
        {
            kestrel.Listen(address, url.Port, configure);
        }
        else
        {
            // As Kestrel does with *, + and any other name.
            kestrel.ListenAnyIP(url.Port, configure);
        }
    }

    private static List<BindingAddress> ConsoleUrls(ConfigurationManager configuration)
    {
        var given = configuration[WebHostDefaults.ServerUrlsKey];
        var key = string.IsNullOrWhiteSpace(given) ? ConsoleUrlKey : "--urls";
        var text = string.IsNullOrWhiteSpace(given) ? configuration[ConsoleUrlKey] ?? DefaultConsoleUrl : given;
        var urls = new List<BindingAddress>();
        foreach (var url in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            urls.Add(Parse(key, url));
        }

        return urls;
    }

    private static BindingAddress Parse(string key, string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address is { IsUnixPipe: false, IsNamedPipe: false, Port: >= 0 and <= IPEndPoint.MaxPort }
                && address.Scheme is "http" or "https"
                ? address
                : throw new FormatException();
        }
        catch (FormatException)
        {
            throw new OptionsValidationException(key, typeof(string), [$"{key} is \"{url}\"; it must be an address such as {DefaultConsoleUrl}."]);
        }
    }
}

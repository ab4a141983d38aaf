using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
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
        ArgumentNullException.ThrowIfNull(builder);
        var console = ConsoleUrls(builder.Configuration);

        // No address, but not empty either: an empty one would be looked for elsewhere, and Kestrel would warn that it overrides those
        // it finds.
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, ";");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenForAsterisk();
            foreach (var url in console.Urls)
            {
                kestrel.ListenForConsole(url);
            }
        });
        builder.Services.AddOptions<ConsoleAddresses>()
            .Configure(options => (options.Key, options.Urls, options.Errors) = (console.Key, console.Urls, console.Errors))
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ConsoleAddresses>>(new ValidateOptions<ConsoleAddresses>(
            name: null,
            static options => options.Errors.Count == 0,
            string.Join(' ', console.Errors)));
        return builder;
    }

    /// <summary>Listens for Asterisk alone, on Asterisk:Agi:Endpoint.</summary>
    public static void ListenForAsterisk(this KestrelServerOptions kestrel)
    {
        ArgumentNullException.ThrowIfNull(kestrel);
        var services = kestrel.ApplicationServices;
        AgiOptions options;
        try
        {
            options = services.GetRequiredService<IOptions<AgiOptions>>().Value;
        }
        catch (OptionsValidationException)
        {
            // This runs while the host is built. Its start reports the errors, with those of all other parts, and goes no further.
            return;
        }

        var endpoint = options.ToEndPoint();
        kestrel.Listen(endpoint, listen => listen.UseConnectionHandler<AgiConnectionHandler>());
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() =>
            services.GetRequiredService<ILogger<AgiConnectionHandler>>().Listening(endpoint, options.Path));
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

    private static ConsoleAddresses ConsoleUrls(ConfigurationManager configuration) => configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } given
        ? ConsoleAddresses.Parse("--urls", given)
        : ConsoleAddresses.Parse(ConsoleUrlKey, configuration[ConsoleUrlKey] is { Length: > 0 } configured ? configured : DefaultConsoleUrl);
}

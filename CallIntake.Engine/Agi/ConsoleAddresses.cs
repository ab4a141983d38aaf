using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace CallIntake.Engine.Agi;

/// <summary>The addresses of the console that the host was told to listen on, with what is wrong about them.</summary>
internal sealed class ConsoleAddresses
{
    /// <summary>Where they were told: the configuration's key, or --urls.</summary>
    public string Key { get; set; } = EngineKestrelExtensions.ConsoleUrlKey;

    /// <summary>Those that can be listened on.</summary>
    public IReadOnlyList<BindingAddress> Urls { get; set; } = [];

    /// <summary>A message for each that is no address.</summary>
    public IReadOnlyList<string> Errors { get; set; } = [];

    /// <summary>Reads addresses divided by semicolons.</summary>
    public static ConsoleAddresses Parse(string key, string text)
    {
        var urls = new List<BindingAddress>();
        var errors = new List<string>();
        foreach (var url in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (TryParse(url, out var address))
            {
                urls.Add(address);
            }
            else
            {
                errors.Add($"{key} is \"{url}\"; it must be an address such as {EngineKestrelExtensions.DefaultConsoleUrl}.");
            }
        }

        return new ConsoleAddresses { Key = key, Urls = urls, Errors = errors };
    }

    private static bool TryParse(string url, [NotNullWhen(true)] out BindingAddress? address)
    {
        try
        {
            address = BindingAddress.Parse(url);
            return address is { IsUnixPipe: false, IsNamedPipe: false, Scheme: "http" or "https", PathBase: "", Port: >= 0 and <= IPEndPoint.MaxPort };
        }
        catch (FormatException)
        {
            address = null;
            return false;
        }
    }
}

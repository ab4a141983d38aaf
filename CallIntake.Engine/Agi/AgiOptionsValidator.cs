using System.Net;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Agi;

/// <summary>The rules of <see cref="AgiOptions"/> that a range cannot say; reports all errors, each with its key.</summary>
internal sealed class AgiOptionsValidator : IValidateOptions<AgiOptions>
{
    public ValidateOptionsResult Validate(string? name, AgiOptions options)
    {
        var errors = Errors(options).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> Errors(AgiOptions options)
    {
        const string section = AgiOptions.SectionName;
        if (!AgiOptions.TryParseEndpoint(options.Endpoint, out var endpoint))
        {
            yield return $"{section}:Endpoint is \"{options.Endpoint}\"; it must be an address and a port such as 127.0.0.1:4573.";
        }
        else if (!IPAddress.IsLoopback(endpoint.Address) && options.AllowedAddresses.Count == 0)
        {
            yield return $"{section}:AllowedAddresses is empty while {section}:Endpoint is {options.Endpoint}; "
                + "name the addresses of the exchanges, because FastAGI knows no password.";
        }

        foreach (var address in options.AllowedAddresses)
        {
            if (!AgiGate.TryParseNetwork(address, out _))
            {
                yield return $"{section}:AllowedAddresses holds \"{address}\"; it must be an address or a network such as 10.0.0.0/24.";
            }
        }

        if (!options.Path.StartsWith('/'))
        {
            yield return $"{section}:Path is \"{options.Path}\"; it must begin with a slash.";
        }
    }
}

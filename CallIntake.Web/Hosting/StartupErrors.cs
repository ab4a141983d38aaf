using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace CallIntake.Web.Hosting;

/// <summary>
/// Turns what went wrong at the start into lines for a person: everything at once, with key and file, no stack trace. Used around building
/// and running the host; what it does not know is left to the runtime.
/// </summary>
internal static class StartupErrors
{
    /// <summary>The lines to show for an exception; false where it is none that a person can mend in the configuration or on the machine.</summary>
    public static bool TryExplain(Exception exception, out IReadOnlyList<string> lines)
    {
        lines = [.. Explain(exception)];
        return lines.Count > 0;
    }

    /// <summary>
    /// Runs the host's start and turns a known error into lines on <paramref name="error"/> and exit code 1; other exceptions pass.
    /// </summary>
    public static async Task<int> RunAsync(Func<Task<int>> start, TextWriter error)
    {
        try
        {
            return await start();
        }
        catch (Exception exception) when (TryExplain(exception, out _))
        {
            TryExplain(exception, out var lines);
            await error.WriteLineAsync("CallIntake cannot start:");
            foreach (var line in lines)
            {
                await error.WriteLineAsync("  " + line);
            }

            return 1;
        }
    }

    private static IEnumerable<string> Explain(Exception exception) => exception switch
    {
        ConfigurationException configuration => configuration.Problems.Select(problem => problem.ToString()),
        OptionsValidationException options => options.Failures.Select(failure => $"{options.OptionsType.Name}: {failure}"),
        AggregateException { InnerExceptions: { Count: > 0 } inner } when inner.All(e => Explain(e).Any()) => inner.SelectMany(Explain),
        InvalidDataException { InnerException: FormatException or System.Text.Json.JsonException } file =>
            [$"{file.Message} {file.InnerException!.Message}"],
        IOException { InnerException: AddressInUseException } => [$"{exception.Message} Stop the other program or choose another port (Console:Url, Asterisk:Agi:Endpoint)."],
        SocketException { SocketErrorCode: SocketError.AccessDenied or SocketError.AddressNotAvailable } =>
            [$"A port cannot be opened: {exception.Message}. Look at Console:Url and Asterisk:Agi:Endpoint."],
        UnauthorizedAccessException => [$"{exception.Message} The host needs the right to read and write there."],
        _ => [],
    };
}

using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CallIntake.Engine.Agi;
using CallIntake.Engine.Agi.Peer;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Engine.Triage;
using Microsoft.Extensions.Options;

namespace CallIntake.Web.Commands;

/// <summary>
/// <c>call WAV…</c>: a caller who says the files, one a turn, through the real FastAGI port of the running host, or of one of its own
/// where none runs. Prints the record.
/// </summary>
internal static class CallCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The command.</summary>
    public static Command Create(Func<ParseResult, IServiceProvider> services)
    {
        var wavs = new Argument<FileInfo[]>("WAV") { Description = "What the caller says, one file a turn.", Arity = ArgumentArity.OneOrMore };
        var speed = new Option<double>("--speed") { Description = "Playing and speaking take their time divided by this.", DefaultValueFactory = _ => 1 };
        wavs.AcceptExistingOnly();
        speed.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= 100))
            {
                result.AddError("--speed is above 0 and at most 100.");
            }
        });
        var command = new Command("call", "Plays WAV files as a caller through the FastAGI port and prints the record.") { wavs, speed };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            services(parsed),
            new TestCallPlan
            {
                Wavs = [.. parsed.GetRequiredValue(wavs).Select(file => file.FullName)],
                Speed = parsed.GetValue(speed),
                Progress = new Narrator(Console.Error),
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, TestCallPlan plan, CancellationToken cancellationToken)
    {
        var host = await IsListeningAsync(services, cancellationToken) ? null : (IHost)services.GetRequiredService<IHost>();
        try
        {
            if (host is not null)
            {
                await Console.Error.WriteLineAsync("No host is running: one is started for this call.");
                await host.StartAsync(cancellationToken);
            }

            var result = await services.GetRequiredService<TestCaller>().PlaceAsync(plan, cancellationToken);
            return await PrintAsync(services, result, cancellationToken);
        }
        catch (TestCallException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
        finally
        {
            await (host?.StopAsync(CancellationToken.None) ?? Task.CompletedTask);
        }
    }

    private static async Task<int> PrintAsync(IServiceProvider services, TestCallResult result, CancellationToken cancellationToken)
    {
        foreach (var violation in result.Violations)
        {
            await Console.Error.WriteLineAsync($"protocol: {violation}");
        }

        var call = result.CallId is { } id ? await FindEndedAsync(services, id, cancellationToken) : null;
        if (call?.Record is null)
        {
            await Console.Error.WriteLineAsync("The call left no record: is it another program that listens, or another database?");
            return 1;
        }

        foreach (var turn in call.Turns)
        {
            await Console.Error.WriteLineAsync($"{turn.At,6:0.0} s  {(turn.Speaker == Speaker.Caller ? "caller" : "102"),-7} {turn.Text}");
        }

        await Console.Error.WriteLineAsync($"outcome: {result.Outcome ?? "operator"}, call {call.Id:D}");
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(call.Record, TriageJson.Pretty));
        return result.Violations.Count == 0 ? 0 : 1;
    }

    /// <summary>The call once everything about it is in the database: what was said before a hang-up is heard after it.</summary>
    private static async Task<Call?> FindEndedAsync(IServiceProvider services, Guid id, CancellationToken cancellationToken)
    {
        var history = services.GetRequiredService<CallHistory>();
        var time = services.GetRequiredService<TimeProvider>();
        var began = time.GetTimestamp();
        var call = await history.FindAsync(id, cancellationToken);
        while (call is not { EndedAt: not null, Record: not null } && time.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancellationToken);
            call = await history.FindAsync(id, cancellationToken);
        }

        return call;
    }

    private static async Task<bool> IsListeningAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(IPEndPoint.Parse(services.GetRequiredService<IOptions<AgiOptions>>().Value.Endpoint), cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

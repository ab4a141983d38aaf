using System.CommandLine;
using CallIntake.Web.Hosting;

namespace CallIntake.Web.Commands;

/// <summary>The command line of the product.</summary>
internal static class CallIntakeCommand
{
    private const int WrongUse = 2;

    /// <summary>Runs what the arguments say and returns the exit code: 0 done, 1 the work failed, 2 wrong use.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        // --Section:Key=value (and --urls) set configuration for every command; the rest is the command itself.
        var configuration = args.Where(IsConfiguration).ToArray();
        await using var services = new CommandServices(configuration);
        var parsed = Create(configuration, services.Get).Parse([.. args.Where(argument => !IsConfiguration(argument))]);

        // The host itself listens for signals: it hands open calls to humans before it ends, which takes longer than a command line waits.
        var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        return parsed.Errors.Count > 0 ? WrongUse : code;
    }

    private static RootCommand Create(string[] configuration, Func<ParseResult, IServiceProvider> services)
    {
        var root = new RootCommand("CallIntake answers 102 when no dispatcher is free. Without a command it serves calls and the console.")
        {
            CallCommand.Create(services),
            TranscribeCommand.Create(services),
            TriageCommand.Create(services),
            SpeakCommand.Create(services),
            SpeechPromptsCommand.Create(services),
            ModelsCommand.Create(services),
            ExportCommand.Create(services),
            UserCommand.Create(services),
            DoctorCommand.Create(services),
        };
        root.SetAction((_, _) => HostFactory.ServeAsync(configuration));
        return root;
    }

    private static bool IsConfiguration(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal)
        && argument.Contains('=', StringComparison.Ordinal)
        && (argument.StartsWith("--urls=", StringComparison.OrdinalIgnoreCase) || argument.Split('=', 2)[0].Contains(':', StringComparison.Ordinal));
}

using System.CommandLine;

namespace CallIntake.Web.Commands;

/// <summary><c>doctor</c>: looks at every part and prints a line for each, ok, warn or fail; exit code 1 where something fails.</summary>
internal static class DoctorCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Func<ParseResult, IServiceProvider> services)
    {
        var command = new Command("doctor", "Looks at every part and says what works, what is missing and what to do.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var findings = await ActivatorUtilities.CreateInstance<Doctor>(services(parsed)).ExamineAsync(cancellationToken);
            foreach (var (state, part, message) in findings)
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"{state.ToString().ToLowerInvariant(),-4}  {part,-17} {message}");
            }

            return findings.Any(finding => finding.State == FindingState.Fail) ? CommandExit.Failed : CommandExit.Done;
        });
        return command;
    }
}

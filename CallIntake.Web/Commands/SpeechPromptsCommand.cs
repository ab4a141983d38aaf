using System.CommandLine;
using CallIntake.Engine.Speech;

namespace CallIntake.Web.Commands;

/// <summary><c>-- prompts check|render</c>: the recorded phrases.</summary>
internal static class SpeechPromptsCommand
{
    /// <summary>The command; <paramref name="services"/> builds the host's services for a parsed command line.</summary>
    public static Command Create(Func<ParseResult, IServiceProvider> services) =>
        new("prompts", "Check and make the recorded phrases") { Check(services), Render(services) };

    private static Command Check(Func<ParseResult, IServiceProvider> services)
    {
        var command = new Command("check", "List phrases that are missing, too loud, too quiet, too long or clipped");
        command.SetAction(result =>
        {
            var faults = services(result).GetRequiredService<SpeechWorkbench>().CheckPrompts();
            foreach (var fault in faults)
            {
                result.InvocationConfiguration.Output.WriteLine(fault);
            }

            return faults.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static Command Render(Func<ParseResult, IServiceProvider> services)
    {
        var language = new Option<string>("--language") { Description = "ru or kk", Required = true };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace recordings that exist" };
        language.AcceptOnlyFromAmong("ru", "kk");
        var command = new Command("render", "Speak the phrases with the configured voice, those that are missing or all") { language, overwrite };
        command.SetAction((result, cancellationToken) => RenderAsync(
            services(result).GetRequiredService<SpeechWorkbench>(), result.GetRequiredValue(language), result.GetValue(overwrite), result.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> RenderAsync(
        SpeechWorkbench bench, string language, bool overwrite, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var path in bench.RenderPromptsAsync(language, overwrite, cancellationToken))
            {
                await console.Output.WriteLineAsync(path);
            }

            return 0;
        }
        catch (SpeechException exception)
        {
            await console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}

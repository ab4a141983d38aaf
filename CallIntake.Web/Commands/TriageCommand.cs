using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using CallIntake.Engine.Triage;
using CallIntake.Engine.Triage.Refining;

namespace CallIntake.Web.Commands;

/// <summary><c>-- triage</c>: judges texts as a call would be judged, scores the judgement, trains the model.</summary>
internal static class TriageCommand
{
    private const string BackendVariable = "Triage__LanguageModel__Backend";

    /// <summary>The command; <paramref name="services"/> builds the host's services for a parsed command line.</summary>
    public static Command Create(Func<ParseResult, IServiceProvider> services)
    {
        var text = new Argument<string[]>("text") { Description = "What the caller said; read from standard input where neither text nor --in is given", Arity = ArgumentArity.ZeroOrMore };
        var file = new Option<FileInfo?>("--in") { Description = "Cases, one JSON object a line with id and text (with --score also the labels)", HelpName = "FILE" };
        var score = new Option<bool>("--score") { Description = "Print a table of scores against the labels instead of the records" };
        var errors = new Option<bool>("--errors") { Description = "With --score: list every case with a wrong field" };
        var backend = new Option<LanguageModelBackend?>("--backend") { Description = "Language model for a second look: none, openai, deepseek, compatible; what is configured where it is left out" };
        var command = new Command("triage", "Judge what a caller said and print the record") { text, file, score, errors, backend };
        command.Subcommands.Add(TriageTrainCommand.Create(services));
        command.Subcommands.Add(TriageCorrectionsCommand.Create(services));
        command.SetAction((result, cancellationToken) =>
        {
            if (result.GetValue(backend) is { } chosen)
            {
                // The host is built after this and reads it like any other setting.
                Environment.SetEnvironmentVariable(BackendVariable, chosen.ToString());
            }

            var provider = services(result);
            var run = new TriageRun(
                provider.GetRequiredService<ITriage>(),
                provider.GetRequiredService<ITriageRefiner>(),
                result.InvocationConfiguration.Output,
                result.InvocationConfiguration.Error);
            return result.GetValue(file) is { } cases
                ? run.JudgeFileAsync(cases, result.GetValue(score) || result.GetValue(errors), result.GetValue(errors), cancellationToken)
                : JudgeTextAsync(run, result.GetValue(text) ?? [], result.InvocationConfiguration.Output, cancellationToken);
        });
        return command;
    }

    private static async Task<int> JudgeTextAsync(TriageRun run, string[] words, TextWriter output, CancellationToken cancellationToken)
    {
        var said = words.Length > 0 ? string.Join(' ', words) : await Console.In.ReadToEndAsync(cancellationToken);
        await output.WriteLineAsync(JsonSerializer.Serialize(await run.JudgeAsync(said, cancellationToken), TriageJson.Pretty));
        return 0;
    }
}

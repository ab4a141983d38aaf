using System.CommandLine;
using System.CommandLine.Parsing;
using CallIntake.Engine.Triage.Scoring;
using CallIntake.Engine.Triage.Training;

namespace CallIntake.Web.Commands;

/// <summary><c>-- triage train</c>: makes the model of the embedded triage from labelled cases.</summary>
internal static class TriageTrainCommand
{
    /// <summary>The command; <paramref name="services"/> builds the host's services for a parsed command line.</summary>
    public static Command Create(Func<ParseResult, IServiceProvider> services)
    {
        var cases = new Option<string>("--cases") { Description = "Folder of labelled cases (*.jsonl)", DefaultValueFactory = _ => "triage/cases" };
        var output = new Option<string>("--out") { Description = "Model file to write; its card is written beside it as .json", DefaultValueFactory = _ => "triage/model/triage.model" };
        var folds = new Option<int>("--folds") { Description = "Groups of authors left out in turn to place the thresholds and to score", DefaultValueFactory = _ => 7 };
        var threads = new Option<int>("--threads") { Description = "Groups trained at once", DefaultValueFactory = _ => 1 };
        var errors = new Option<bool>("--errors") { Description = "List every case that was judged wrongly when its author was left out" };
        var apart = new Option<string[]>("--apart") { Description = "Score these authors on their own too: beginnings of their names, as in --apart a b c", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var place = new Option<string[]>("--place") { Description = "Place the thresholds on the calls of these authors alone: those that are most like the calls to come", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var command = new Command("train", "Train the model from labelled cases and score it on whole authors left out") { cases, output, folds, threads, errors, apart, place };
        command.SetAction(result => Train(
            services(result).GetRequiredService<ITriageTrainer>(),
            new TrainingRequest(result.GetValue(cases)!, result.GetValue(output)!, result.GetValue(folds), result.GetValue(threads), result.GetValue(place)!),
            result.GetValue(errors),
            result.GetValue(apart)!,
            result.InvocationConfiguration.Output,
            result.InvocationConfiguration.Error));
        return command;
    }

    private static int Train(ITriageTrainer trainer, TrainingRequest request, bool errors, string[] apart, TextWriter output, TextWriter error)
    {
        try
        {
            var leftOut = trainer.Train(request, error.WriteLine);
            foreach (var (title, scored) in Parts(leftOut, apart))
            {
                output.WriteLine(title);
                output.WriteLine(ScoreTable.Render(scored, address: false));
                output.Write(errors ? ScoreTable.Errors(scored) : string.Empty);
            }

            return 0;
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(exception.Message);
            return 1;
        }
    }

    private static IEnumerable<(string Title, IReadOnlyList<ScoredCase> Cases)> Parts(IReadOnlyList<ScoredCase> leftOut, string[] apart)
    {
        var heard = leftOut.ToLookup(scored => scored.Label.Tags.Contains("heard"));
        yield return ("As said or written, authors left out", [.. heard[false]]);
        if (apart.Length > 0)
        {
            var chosen = heard[false].Where(scored => scored.Label.IsBy(apart));
            yield return ($"As said or written, only authors {string.Join(", ", apart)}…", [.. chosen]);
        }

        yield return ("As heard by the recogniser, authors left out", [.. heard[true]]);
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallIntake.Engine.Triage;
using CallIntake.Engine.Triage.Scoring;

namespace CallIntake.Web.Commands;

/// <summary><c>-- triage</c>: judges texts as a call would be judged, scores the judgement, trains the model.</summary>
internal static class TriageCommand
{
    /// <summary>The command; <paramref name="services"/> builds the host's services for a parsed command line.</summary>
    public static Command Create(Func<ParseResult, IServiceProvider> services)
    {
        var text = new Argument<string[]>("text") { Description = "What the caller said; read from standard input where neither text nor --in is given", Arity = ArgumentArity.ZeroOrMore };
        var file = new Option<FileInfo?>("--in") { Description = "Cases, one JSON object a line with id and text (with --score also the labels)" };
        var score = new Option<bool>("--score") { Description = "Print a table of scores against the labels instead of the records" };
        var errors = new Option<bool>("--errors") { Description = "With --score: list every case with a wrong field" };
        var command = new Command("triage", "Judge what a caller said and print the record") { text, file, score, errors };
        command.Subcommands.Add(TriageTrainCommand.Create(services));
        command.SetAction(result =>
        {
            var output = result.InvocationConfiguration.Output;
            var error = result.InvocationConfiguration.Error;
            return result.GetValue(file) is { } cases
                ? JudgeFile(services(result).GetRequiredService<ITriage>(), cases, result.GetValue(score) || result.GetValue(errors), result.GetValue(errors), output, error)
                : JudgeText(services(result).GetRequiredService<ITriage>(), result.GetValue(text) ?? [], output);
        });
        return command;
    }

    private static int JudgeText(ITriage triage, string[] words, TextWriter output)
    {
        var said = words.Length > 0 ? string.Join(' ', words) : Console.In.ReadToEnd();
        output.WriteLine(JsonSerializer.Serialize(triage.Assess(TriageInput.FromText(said)), TriageJson.Pretty));
        return 0;
    }

    private static int JudgeFile(ITriage triage, FileInfo file, bool score, bool errors, TextWriter output, TextWriter error)
    {
        IReadOnlyList<LabelledCase> cases;
        try
        {
            cases = CaseReader.Read(file.FullName, score);
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(exception.Message);
            return 1;
        }

        var times = new List<double>(cases.Count);
        var scored = new List<ScoredCase>(cases.Count);
        foreach (var labelled in cases)
        {
            var start = Stopwatch.GetTimestamp();
            var record = triage.Assess(TriageInput.FromText(labelled.Text));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            scored.Add(new ScoredCase(labelled, record));
            if (!score)
            {
                output.WriteLine(Line(labelled.Id, record));
            }
        }

        if (score)
        {
            output.Write(ScoreTable.Render(scored));
            output.WriteLine(Timing(times));
            output.Write(errors ? ScoreTable.Errors(scored) : string.Empty);
        }

        return 0;
    }

    /// <summary>The record as one line of JSON with the case's id first.</summary>
    internal static string Line(string id, TriageRecord record)
    {
        var line = new JsonObject { ["id"] = id };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(record, TriageJson.Compact)!.AsObject())
        {
            line[name] = value?.DeepClone();
        }

        return line.ToJsonString(TriageJson.Compact);
    }

    private static string Timing(List<double> times)
    {
        if (times.Count == 0)
        {
            return string.Empty;
        }

        times.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"ms a case: mean {times.Average():F2}, median {times[times.Count / 2]:F2}, p99 {times[(int)(times.Count * 0.99)]:F2}, most {times[^1]:F2}");
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallIntake.Engine.Triage;
using CallIntake.Engine.Triage.Scoring;

namespace CallIntake.Web.Commands;

/// <summary>Judges texts one after the other and measures the time of the embedded triage.</summary>
internal sealed class TriageRun(ITriage triage, ITriageRefiner refiner, TextWriter output, TextWriter error)
{
    private readonly List<double> _times = [];

    /// <summary>The record of a text, after the second look where a language model is configured.</summary>
    public async Task<TriageRecord> JudgeAsync(string text, CancellationToken cancellationToken)
    {
        var input = TriageInput.FromText(text);
        var start = Stopwatch.GetTimestamp();
        var record = triage.Assess(input);
        _times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return await refiner.RefineAsync(input, record, cancellationToken);
    }

    /// <summary>One record a line in the order of the cases, or the scores; exit code 1 where the file cannot be read.</summary>
    public async Task<int> JudgeFileAsync(FileInfo file, bool score, bool errors, CancellationToken cancellationToken)
    {
        IReadOnlyList<LabelledCase> cases;
        try
        {
            cases = CaseReader.Read(file.FullName, score);
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(exception.Message);
            return 1;
        }

        var scored = new List<ScoredCase>(cases.Count);
        foreach (var labelled in cases)
        {
            var record = await JudgeAsync(labelled.Text, cancellationToken);
            scored.Add(new ScoredCase(labelled, record));
            if (!score)
            {
                await output.WriteLineAsync(Line(labelled.Id, record));
            }
        }

        if (score)
        {
            await output.WriteAsync(ScoreTable.Render(scored));
            await output.WriteLineAsync(Timing());
            await output.WriteAsync(errors ? ScoreTable.Errors(scored) : string.Empty);
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

    private string Timing()
    {
        if (_times.Count == 0)
        {
            return string.Empty;
        }

        _times.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"ms a case: mean {_times.Average():F2}, median {_times[_times.Count / 2]:F2}, p99 {_times[(int)(_times.Count * 0.99)]:F2}, most {_times[^1]:F2}");
    }
}

using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CallIntake.Engine.Speech;

namespace CallIntake.Web.Commands;

/// <summary>Hears the recordings of a plan and prints them in order; errors and progress go to standard error.</summary>
internal sealed class TranscriptionRun(SpeechWorkbench bench, TranscriptionPlan plan, InvocationConfiguration console) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    // Several recordings tell how far they are while another is printed.
    private readonly TextWriter _error = TextWriter.Synchronized(console.Error);
    private readonly SemaphoreSlim _jobs = new(plan.Jobs, plan.Jobs);
    private readonly TranscriptionScore[] _scores = [.. plan.Trials.Select(trial => new TranscriptionScore(trial.Name))];

    /// <summary>0 where all were heard, 1 where one, or a part of one, was not.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (plan.Trials[0].Trial.Recognizer is { } name && !bench.Recognizers.Contains(name, StringComparer.Ordinal))
        {
            await _error.WriteLineAsync($"There is no recogniser '{name}'; known are {string.Join(", ", bench.Recognizers)}.");
            return 2;
        }

        var references = plan.Reference is null ? null : ReadReferences(plan.Reference);
        var failed = 0;
        try
        {
            await bench.WarmUpAsync(plan.Trials[0].Trial, cancellationToken);
        }
        catch (SpeechException exception)
        {
            await _error.WriteLineAsync(exception.Message);
            return 1;
        }

        var number = 0;
        var allocated = GC.GetTotalAllocatedBytes();
        foreach (var (wav, heard) in plan.Wavs.Select(wav => (wav, HearAsync(wav, cancellationToken))).ToArray())
        {
            failed += await PrintAsync(wav, heard, references, ++number) ? 0 : 1;
        }

        foreach (var score in _scores.Where(score => score.Files > 0))
        {
            await _error.WriteLineAsync(score.Summary(references is not null));
        }

        if (_scores.Sum(score => score.Duration.TotalSeconds) is > 0 and var seconds)
        {
            await _error.WriteLineAsync($"allocated {(GC.GetTotalAllocatedBytes() - allocated) / 1024.0 / seconds:0} KiB for a second of audio");
        }

        return failed == 0 ? 0 : 1;
    }

    /// <inheritdoc />
    public void Dispose() => _jobs.Dispose();

    private async Task<bool> PrintAsync(string wav, Task<Transcription[]> hearing, Dictionary<string, string>? references, int number)
    {
        var file = Path.GetFileName(wav);
        try
        {
            var heard = await hearing;
            var shown = heard[0];
            await console.Output.WriteLineAsync(plan.Json
                ? JsonSerializer.Serialize(new { file, shown.Text, shown.Understood, shown.HasSound, shown.Recognition, shown.Speech, shown.Missing, shown.Duration, shown.Elapsed }, Json)
                : $"{file}\t{shown.Text}");
            var expected = references?.GetValueOrDefault(file);
            foreach (var (score, one) in _scores.Zip(heard))
            {
                score.Add(one, expected);
            }

            var errors = expected is null ? string.Empty : TranscriptionScore.OfFile(expected, shown.Text);
            await _error.WriteLineAsync($"{number}/{plan.Wavs.Count} {file} {shown.Elapsed.TotalSeconds:0.00} s of {shown.Duration.TotalSeconds:0.0} s, confidence {shown.Recognition.Confidence:0.00}{errors}");
            foreach (var missing in shown.Missing)
            {
                await _error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file}: not heard from {missing.Start:0.0} to {missing.End:0.0} s: {missing.Cause}"));
            }

            return shown.Missing.Count == 0;
        }
        catch (SpeechException exception)
        {
            await _error.WriteLineAsync($"{number}/{plan.Wavs.Count} {exception.Message}");
            return false;
        }
    }

    private async Task<Transcription[]> HearAsync(string wav, CancellationToken cancellationToken)
    {
        await _jobs.WaitAsync(cancellationToken);
        try
        {
            var heard = new List<Transcription>();
            foreach (var (_, trial) in plan.Trials)
            {
                heard.Add(await bench.TranscribeAsync(wav, trial, new TranscriptionProgress(Path.GetFileName(wav), _error), cancellationToken));
            }

            return [.. heard];
        }
        finally
        {
            _jobs.Release();
        }
    }

    private static Dictionary<string, string> ReadReferences(string path) => File.ReadLines(path)
        .Select(line => line.Split('\t', 2))
        .Where(fields => fields.Length == 2)
        .GroupBy(fields => Path.GetFileName(fields[0]), fields => fields[1], StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
}

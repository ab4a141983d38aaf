using System.CommandLine;
using CallIntake.Engine.Speech;

namespace CallIntake.Web.Commands;

/// <summary><c>-- transcribe WAV… | DIR</c>: hears recordings, and counts errors against a reference.</summary>
internal static class TranscribeCommand
{
    /// <summary>The command; <paramref name="services"/> builds the host's services for a parsed command line.</summary>
    public static Command Create(Func<ParseResult, IServiceProvider> services)
    {
        var sources = new Argument<string[]>("WAV|DIR") { Description = "Recordings, or folders whose *.wav are heard", Arity = ArgumentArity.OneOrMore };
        var recognizer = new Option<string?>("--recognizer") { Description = "Ask this one only, not the configured chain" };
        var language = new Option<string?>("--language") { Description = "Expect ru or kk, as in a call that was in it so far; the language is judged all the same" };
        var jobs = new Option<int>("--jobs") { Description = "Recordings at once", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "One JSON object a line: text, language, words with times, confidence" };
        var window = new Option<string>("--window") { Description = "Whisper's window: fitted to the clip, full, or both one after the other for each clip", DefaultValueFactory = _ => "fitted" };
        var beam = new Option<int[]>("--beam") { Description = "Width of Whisper's search for every clip; 1 is greedy. Several widths are compared clip by clip", AllowMultipleArgumentsPerToken = true };
        var reference = new Option<FileInfo>("--reference") { Description = "What was said (file name, tab, text): prints error rates" };
        language.AcceptOnlyFromAmong("ru", "kk");
        window.AcceptOnlyFromAmong("fitted", "full", "both");
        reference.AcceptExistingOnly();
        sources.Validators.Add(result =>
        {
            foreach (var missing in result.GetValueOrDefault<string[]>().Where(path => !Path.Exists(path)))
            {
                result.AddError($"{missing} does not exist.");
            }
        });
        jobs.Validators.Add(result => CheckRange(result, 1, 64));
        beam.Validators.Add(result => CheckRange(result, 1, 8));
        var command = new Command("transcribe", "Hear recordings and print 'file name<TAB>text'") { sources, recognizer, language, jobs, json, window, beam, reference };
        command.SetAction(async (result, cancellationToken) =>
        {
            var bench = services(result).GetRequiredService<SpeechWorkbench>();
            var plan = new TranscriptionPlan(
                [.. result.GetRequiredValue(sources).SelectMany(Wavs)],
                [.. Trials(new SpeechTrial(result.GetValue(recognizer), result.GetValue(language)), result.GetRequiredValue(window), result.GetValue(beam) ?? [])],
                result.GetValue(jobs),
                result.GetValue(json),
                result.GetValue(reference)?.FullName);
            using var run = new TranscriptionRun(bench, plan, result.InvocationConfiguration);
            return await run.RunAsync(cancellationToken);
        });
        return command;
    }

    // Widths of the search differ within the fitted window only; the full one is the measure for all of them.
    private static IEnumerable<(string Name, SpeechTrial Trial)> Trials(SpeechTrial trial, string window, int[] beams)
    {
        (string Suffix, int? Beam)[] searches = beams.Length == 0 ? [(string.Empty, null)] : [.. beams.Select(beam => ($", beam {beam}", (int?)beam))];
        foreach (var (suffix, beam) in searches.Where(_ => window != "full"))
        {
            yield return ($"fitted{suffix}", trial with { Beam = beam });
        }

        if (window != "fitted")
        {
            yield return ($"full{searches[0].Suffix}", trial with { Beam = searches[0].Beam, FullWindow = true });
        }
    }

    private static void CheckRange(System.CommandLine.Parsing.OptionResult result, int least, int most)
    {
        if (!result.Tokens.All(token => int.TryParse(token.Value, out var value) && value >= least && value <= most))
        {
            result.AddError($"{result.Option.Name} is {least} to {most}.");
        }
    }

    private static IEnumerable<string> Wavs(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*.wav", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [path];
}

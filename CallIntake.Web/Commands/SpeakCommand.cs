using System.CommandLine;
using CallIntake.Engine.Speech;

namespace CallIntake.Web.Commands;

/// <summary><c>-- speak TEXT --language kk --out f.wav</c>: speaks a sentence with the configured voice.</summary>
internal static class SpeakCommand
{
    /// <summary>The command; <paramref name="services"/> builds the host's services for a parsed command line.</summary>
    public static Command Create(Func<ParseResult, IServiceProvider> services)
    {
        var text = new Argument<string>("TEXT") { Description = "The sentence" };
        var language = new Option<string>("--language") { Description = "ru or kk", DefaultValueFactory = _ => "ru" };
        var output = new Option<FileInfo?>("--out") { Description = "The telephone WAV to write; without it the path in the cache is printed" };
        language.AcceptOnlyFromAmong("ru", "kk");
        var command = new Command("speak", "Speak a sentence as a WAV for the telephone (8 kHz, 16 bit, mono)") { text, language, output };
        command.SetAction((result, cancellationToken) => RunAsync(
            services(result).GetRequiredService<ISpeechOutput>(),
            result.GetRequiredValue(text),
            result.GetRequiredValue(language),
            result.GetValue(output)?.FullName,
            result.InvocationConfiguration,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ISpeechOutput speech, string text, string language, string? target, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        try
        {
            var path = await speech.SpeakAsync(text, language, cancellationToken);
            if (path is null)
            {
                await console.Error.WriteLineAsync($"No voice of Speech:Synthesis:Chains:{language} could speak (is espeak-ng installed?)");
                return 1;
            }

            if (target is not null)
            {
                await SpeechWorkbench.SaveAsync(path, target, cancellationToken);
            }

            await console.Output.WriteLineAsync(target ?? path);
            return 0;
        }
        catch (SpeechException exception)
        {
            await console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}

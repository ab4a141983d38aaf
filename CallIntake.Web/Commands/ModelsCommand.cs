using System.CommandLine;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.ModelFiles;

namespace CallIntake.Web.Commands;

/// <summary><c>-- models list|get NAME</c>: the recognisers' models, and fetching them.</summary>
internal static class ModelsCommand
{
    /// <summary>The command; <paramref name="services"/> builds the host's services for a parsed command line.</summary>
    public static Command Create(Func<ParseResult, IServiceProvider> services) =>
        new("models", "List the models of the recognisers and fetch them") { List(services), Get(services) };

    private static Command List(Func<ParseResult, IServiceProvider> services)
    {
        var command = new Command("list", "Every known model: languages, size, licence, files, whether it is here");
        command.SetAction(result =>
        {
            var console = result.InvocationConfiguration;
            try
            {
                foreach (var state in services(result).GetRequiredService<ModelInstaller>().List())
                {
                    Write(state, console.Output);
                }

                return CommandExit.Done;
            }
            catch (SpeechException exception)
            {
                console.Error.WriteLine(exception.Message);
                return CommandExit.Failed;
            }
        });
        return command;
    }

    private static Command Get(Func<ParseResult, IServiceProvider> services)
    {
        var name = new Argument<string>("NAME") { Description = "Name of the model, as 'models list' shows it" };
        var folder = new Option<DirectoryInfo?>("--to") { Description = "Folder of models to put it into; Speech:Models:Folder where it is left out", HelpName = "FOLDER" };
        var force = new Option<bool>("--force") { Description = "Fetch files again that are there" };
        var command = new Command("get", "Fetch a model, check it and put it where its recogniser looks for it; goes on where an earlier call broke off") { name, folder, force };
        command.SetAction((result, cancellationToken) => GetAsync(
            services(result).GetRequiredService<ModelInstaller>(),
            result.GetRequiredValue(name),
            result.GetValue(folder)?.FullName,
            result.GetValue(force),
            result.InvocationConfiguration,
            cancellationToken));
        return command;
    }

    private static async Task<int> GetAsync(
        ModelInstaller installer, string name, string? folder, bool force, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        try
        {
            if (installer.Find(name) is not { } model)
            {
                await console.Error.WriteLineAsync($"There is no model '{name}'; known are {string.Join(", ", installer.List().Select(state => state.Model.Name))}.");
                return CommandExit.WrongUse;
            }

            await console.Error.WriteLineAsync($"{model.Name}: {model.Purpose} About {model.Megabytes} MB, {model.Licence}, {model.Source}");
            Tell(await installer.GetAsync(model, folder, force, new DownloadMeter(console.Error), cancellationToken), console);
            return CommandExit.Done;
        }
        catch (SpeechException exception)
        {
            await console.Error.WriteLineAsync(exception.Message);
            return CommandExit.Failed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await console.Error.WriteLineAsync("Stopped; what has come is kept, the next call goes on there.");
            return CommandExit.Failed;
        }
    }

    private static void Tell(InstalledModel installed, InvocationConfiguration console)
    {
        foreach (var file in installed.Files)
        {
            console.Output.WriteLine(file.Path);
            console.Error.WriteLine(file.Checked
                ? $"{file.Path}: SHA-256 is as expected."
                : $"{file.Path}: nobody published a SHA-256; it is {file.Sha256}. Compare it, then pin it: write it to {file.Path}.sha256");
        }

        var model = installed.Model;
        console.Error.WriteLine(installed.IsSet
            ? $"The configuration has {model.Key} set to it."
            : $"Set {model.Key} to \"{installed.Value}\" (environment: {model.Key.Replace(":", "__", StringComparison.Ordinal)}={installed.Value}).");
        console.Error.WriteLine($"Chains name it '{model.Recognizer}' (Speech:Recognition:Chains). Then: doctor");
    }

    private static void Write(ModelState state, TextWriter output)
    {
        var model = state.Model;
        var here = state switch
        {
            { IsInstalled: true } => $"here: {state.Path}",
            { PartialBytes: > 0 } => $"partly here ({DownloadMeter.Size(state.PartialBytes)})",
            _ => "not here",
        };
        output.WriteLine($"{model.Name,-30} {model.Megabytes,5} MB  {model.Licence,-10}  {here}");
        output.WriteLine($"    {model.Purpose}");
        output.WriteLine($"    languages: {model.Languages}; files: {string.Join(", ", model.Files.Select(file => file.Path))}");
    }
}

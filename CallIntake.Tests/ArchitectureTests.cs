using System.Text.RegularExpressions;
using CallIntake.Engine.Hosting;

namespace CallIntake.Tests;

/// <summary>Dependencies point one way; read from the using lines and qualified names of the sources.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Root = ContentPaths.Find(AppContext.BaseDirectory).Root;

    /// <summary>What each folder of the engine may know of the others.</summary>
    public static TheoryData<string, string[]> Folders => new()
    {
        { "Hosting", [] },
        { "Diagnostics", ["Hosting"] },
        { "Triage", ["Hosting", "Diagnostics"] },
        { "Speech", ["Hosting", "Diagnostics"] },
        { "Conversation", ["Triage", "Speech", "Hosting"] },
        { "Calls", ["Conversation", "Triage", "Speech", "Hosting", "Diagnostics"] },
        { "Agi", ["Calls", "Speech", "Hosting", "Diagnostics"] },
        { "Data", ["Calls", "Triage", "Speech", "Hosting", "Diagnostics"] },
        { "Export", ["Data", "Calls", "Triage", "Hosting"] },
        { "Health", ["Agi", "Data", "Calls", "Conversation", "Triage", "Speech", "Hosting", "Diagnostics"] },
    };

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_of_the_engine_knows_only_what_stands_below_it(string folder, string[] allowed)
    {
        var strangers = Sources($"CallIntake.Engine/{folder}")
            .SelectMany(file => EngineNamespace().Matches(File.ReadAllText(file)).Select(match => (file: Short(file), used: match.Groups["folder"].Value)))
            .Where(use => use.used != folder && !allowed.Contains(use.used))
            .Distinct()
            .ToList();

        Assert.Empty(strangers);
    }

    [Fact]
    public void Every_folder_of_the_engine_stands_in_the_table()
    {
        var folders = Directory.GetDirectories(Path.Combine(Root, "CallIntake.Engine")).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj"));

        Assert.Empty(folders.Except(Folders.Select(row => row.Data.Item1)));
    }

    [Fact]
    public void The_engine_knows_nothing_of_the_console()
    {
        Assert.Empty(Sources("CallIntake.Engine").Where(file => ConsoleName().IsMatch(File.ReadAllText(file))).Select(Short));
    }

    [Fact]
    public void Source_files_stay_under_two_hundred_lines()
    {
        var tooLong = Sources("CallIntake.Engine").Concat(Sources("CallIntake.Web"))
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal) && File.ReadLines(file).Count() > 200)
            .Select(Short);

        Assert.Empty(tooLong);
    }

    private static IEnumerable<string> Sources(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cs" or ".razor" && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static string Short(string file) => Path.GetRelativePath(Root, file);

    [GeneratedRegex(@"CallIntake\.Engine\.(?<folder>[A-Z]\w+)[.;]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EngineNamespace();

    [GeneratedRegex(@"MudBlazor|Microsoft\.AspNetCore\.Components|CallIntake\.Web", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConsoleName();
}

using CallIntake.Tests.Asterisk;

namespace CallIntake.Tests.Web.Commands;

/// <summary>The command that everybody tries first, as it is typed.</summary>
public sealed class DotnetRunTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_is_sought_where_the_command_is_given()
    {
        var output = await JudgeAsync(environment: string.Empty);

        Assert.Contains("\"id\":\"one\"", output, StringComparison.Ordinal);
        Assert.Contains("\"noise\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_system_without_time_zone_files_will_do()
    {
        Assert.Contains("\"noise\"", await JudgeAsync("TZDIR=/nowhere"), StringComparison.Ordinal);
    }

    private async Task<string> JudgeAsync(string environment)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "calls.jsonl"), """{"id":"one","text":"соседи шумят"}""");
        var project = Path.Combine(TestPlaces.Checkout, "CallIntake.Web");
        return await ShellProcess.RunAsync(
            "bash",
            ["-c", $"cd '{_folder.FullName}' && {environment} dotnet run --no-build -c {TestPlaces.Configuration} --project '{project}' -- triage --in calls.jsonl"],
            TimeSpan.FromMinutes(1));
    }
}

namespace CallIntake.Tests.Asterisk;

/// <summary>
/// A real Asterisk with the product's own configuration files; only the site's files are those of <c>asterisk/test</c>. One at a time: its
/// SIP ports are fixed.
/// </summary>
internal sealed class RealAsterisk : IAsyncDisposable
{
    // Always the same folder: what a run that was killed left running is found and stopped by the next one.
    private static readonly string Work = Path.Combine(Path.GetTempPath(), "callintake-asterisk");

    private RealAsterisk()
    {
    }

    /// <summary>Asterisk's own records of calls and of the queue.</summary>
    public AsteriskLogs Logs { get; } = new(Path.Combine(Work, "log"));

    /// <summary>Starts it. Engine and Asterisk see the shared folder and the checkout under the same paths.</summary>
    /// <param name="folder">A folder of the test run; configuration and logs go into it.</param>
    /// <param name="recordings">Where calls without an engine are recorded.</param>
    public static async Task<RealAsterisk> StartAsync(string folder, string recordings)
    {
        await ShellProcess.RunAsync(TestPlaces.Tool("make-rootfs.sh"), [], TimeSpan.FromMinutes(15));
        var asterisk = new RealAsterisk();
        await asterisk.DisposeAsync();
        if (Directory.Exists(Work))
        {
            Directory.Delete(Work, recursive: true);
        }

        var configuration = Path.Combine(folder, "configuration");
        await ConfigureAsync(configuration, recordings);
        Directory.CreateDirectory(Path.Combine(Work, "log", "cdr-csv"));
        var told = await ShellProcess.RunAsync(
            TestPlaces.Tool("asterisk.sh"),
            ["start", configuration, "--work", Work, "--share", folder, "--share", TestPlaces.Checkout],
            Deadline.Call);

        // A port that is taken or a file that does not parse does not keep Asterisk from starting.
        return told.Contains("ERROR", StringComparison.Ordinal) ? throw new InvalidOperationException($"Asterisk started with errors:\n{told}") : asterisk;
    }

    /// <summary>Runs a command of Asterisk's console.</summary>
    public Task<string> CommandAsync(string command) =>
        ShellProcess.RunAsync(TestPlaces.Tool("asterisk.sh"), ["cli", command, "--work", Work], Deadline.Usual);

    /// <summary>Names the engines for the calls that come from now on.</summary>
    public async Task UseEnginesAsync(string first, string second, int watchdogSeconds = 30)
    {
        await CommandAsync($"dialplan set global CALLINTAKE_ENGINE1 {first}");
        await CommandAsync($"dialplan set global CALLINTAKE_ENGINE2 {second}");
        await CommandAsync($"dialplan set global CALLINTAKE_WATCHDOG {watchdogSeconds}");
    }

    /// <summary>Ends every call as if its caller had hung up.</summary>
    public Task HangUpAllAsync() => CommandAsync("channel request hangup all");

    public async ValueTask DisposeAsync() =>
        await ShellProcess.RunAsync(TestPlaces.Tool("asterisk.sh"), ["stop", "--work", Work], Deadline.Usual);

    private static async Task ConfigureAsync(string configuration, string recordings)
    {
        Directory.CreateDirectory(configuration);
        foreach (var source in (string[])["asterisk", Path.Combine("asterisk", "test")])
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(TestPlaces.Checkout, source), "*.conf"))
            {
                var text = await File.ReadAllTextAsync(file);
                await File.WriteAllTextAsync(Path.Combine(configuration, Path.GetFileName(file)), text.Replace("@RECORDINGS@", recordings, StringComparison.Ordinal));
            }
        }
    }
}

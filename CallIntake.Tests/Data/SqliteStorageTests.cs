using CallIntake.Engine.Data;

namespace CallIntake.Tests.Data;

/// <summary>The recorder on SQLite.</summary>
public sealed class SqliteRecorderTests() : RecorderTests(new SqliteTestDatabase());

/// <summary>Failures of a SQLite file.</summary>
public sealed class SqliteOutageTests() : OutageTests(new SqliteTestDatabase());

/// <summary>The history on SQLite.</summary>
public sealed class SqliteHistoryTests() : HistoryTests(new SqliteTestDatabase())
{
    [Fact]
    public async Task Search_survives_a_compacted_file()
    {
        await Seed.CallsAsync(Host, Enumerable.Range(0, 50).Select(number => Seed.Finished(SampleCalls.Noon.AddSeconds(number), $"слово{number}е")));
        await Database.ExecuteAsync("VACUUM");

        var found = await Host.Get<CallHistory>().PageAsync(new CallFilter { Text = "слово31е" }, CallSort.Time, true, 0, 10, CancellationToken.None);

        Assert.Equal(["слово31е"], found.Calls.Select(call => call.Transcript));
    }
}

/// <summary>Figures of SQLite.</summary>
public sealed class SqliteStorageBenchmark(ITestOutputHelper output) : StorageBenchmark(new SqliteTestDatabase(), output);

namespace CallIntake.Tests.Data;

/// <summary>The recorder on SQLite.</summary>
public sealed class SqliteRecorderTests() : RecorderTests(new SqliteTestDatabase());

/// <summary>Failures of a SQLite file.</summary>
public sealed class SqliteOutageTests() : OutageTests(new SqliteTestDatabase());

/// <summary>The history on SQLite.</summary>
public sealed class SqliteHistoryTests() : HistoryTests(new SqliteTestDatabase());

/// <summary>Figures of SQLite.</summary>
public sealed class SqliteStorageBenchmark(ITestOutputHelper output) : StorageBenchmark(new SqliteTestDatabase(), output);

namespace CallIntake.Tests.Data;

/// <summary>The recorder on SQLite.</summary>
public sealed class SqliteRecorderTests() : RecorderTests(new SqliteTestDatabase());

/// <summary>Failures of a SQLite file.</summary>
public sealed class SqliteOutageTests() : OutageTests(new SqliteTestDatabase());

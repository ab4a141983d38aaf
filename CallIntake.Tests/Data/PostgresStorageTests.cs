namespace CallIntake.Tests.Data;

/// <summary>The recorder on PostgreSQL.</summary>
[Collection(PostgresGroup.Name)]
[Trait("Category", "Postgres")]
public sealed class PostgresRecorderTests(PostgresServer server) : RecorderTests(new PostgresTestDatabase(server));

/// <summary>Failures of a PostgreSQL server.</summary>
[Collection(PostgresGroup.Name)]
[Trait("Category", "Postgres")]
public sealed class PostgresOutageTests(PostgresServer server) : OutageTests(new PostgresTestDatabase(server));

/// <summary>The history on PostgreSQL.</summary>
[Collection(PostgresGroup.Name)]
[Trait("Category", "Postgres")]
public sealed class PostgresHistoryTests(PostgresServer server) : HistoryTests(new PostgresTestDatabase(server));

/// <summary>Figures of PostgreSQL.</summary>
[Collection(PostgresGroup.Name)]
[Trait("Category", "Postgres")]
public sealed class PostgresStorageBenchmark(PostgresServer server, ITestOutputHelper output) : StorageBenchmark(new PostgresTestDatabase(server), output);

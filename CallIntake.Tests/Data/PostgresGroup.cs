namespace CallIntake.Tests.Data;

/// <summary>Test classes that share the PostgreSQL server; one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresGroup : ICollectionFixture<PostgresServer>
{
    public const string Name = "PostgreSQL";
}

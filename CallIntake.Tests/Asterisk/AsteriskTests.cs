namespace CallIntake.Tests.Asterisk;

/// <summary>The collection that shares one Asterisk and keeps its tests one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AsteriskTests : ICollectionFixture<AsteriskFixture>
{
    public const string Name = "Real Asterisk";
}

namespace CallIntake.Tests.Support;

/// <summary>Tests that share one running host; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class HostGroup : ICollectionFixture<HostFixture>
{
    /// <summary>Name of the group.</summary>
    public const string Name = "host";
}

namespace CallIntake.Engine.Diagnostics;

/// <summary>What a health check may add to its result beside a sentence.</summary>
public static class PartData
{
    /// <summary>Key that is there where the part is not configured at all: nothing to watch, nothing to show.</summary>
    public const string NotConfigured = "not_configured";
}

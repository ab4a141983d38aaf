namespace CallIntake.Engine.Triage;

/// <summary>Versions of the parts that made the record; null where a part took no part.</summary>
public sealed record TriageSources(string? Rules, string? Classifier, string? Model, string? Prompt)
{
    /// <summary>Nothing decided yet.</summary>
    public static TriageSources None { get; } = new(null, null, null, null);
}

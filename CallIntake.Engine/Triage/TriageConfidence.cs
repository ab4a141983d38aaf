namespace CallIntake.Engine.Triage;

/// <summary>How sure the machine is of a field, 0 (a guess) to 1.</summary>
public sealed record TriageConfidence(double Urgency, double Category, double Address, double Transcript)
{
    /// <summary>Nothing is known.</summary>
    public static TriageConfidence None { get; } = new(0, 0, 0, 0);
}

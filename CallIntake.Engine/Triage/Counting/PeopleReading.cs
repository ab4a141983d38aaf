namespace CallIntake.Engine.Triage.Counting;

/// <summary>How many people take part in or are hurt by the event.</summary>
/// <param name="People">Their number; null where the words do not allow counting.</param>
/// <param name="Confidence">How sure the counter is, 0 to 1.</param>
public sealed record PeopleReading(int? People, double Confidence)
{
    /// <summary>Nothing to count.</summary>
    public static PeopleReading None { get; } = new(null, 0);
}

namespace CallIntake.Engine.Triage;

/// <summary>
/// The embedded judgement: needs no network, answers within milliseconds and never throws; any text gives a valid record whose urgency
/// is no lower than the signals in it. Thread-safe.
/// </summary>
public interface ITriage
{
    /// <summary>Judges everything the caller said so far.</summary>
    TriageRecord Assess(TriageInput input);
}

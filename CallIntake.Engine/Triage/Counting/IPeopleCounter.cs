namespace CallIntake.Engine.Triage.Counting;

/// <summary>Counts the people who take part in or are hurt by an event. Never throws on any text; thread-safe.</summary>
public interface IPeopleCounter
{
    /// <summary>Counts over everything said so far.</summary>
    PeopleReading Count(IReadOnlyList<TriageTurn> turns);
}

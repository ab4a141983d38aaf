namespace CallIntake.Engine.Data;

/// <summary>Orders of the history.</summary>
public enum CallSort
{
    /// <summary>By arrival.</summary>
    Time,

    /// <summary>By severity, then arrival.</summary>
    Urgency,

    /// <summary>By length; calls that go on count as the shortest.</summary>
    Duration,
}

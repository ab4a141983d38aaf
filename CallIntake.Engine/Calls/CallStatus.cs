namespace CallIntake.Engine.Calls;

/// <summary>Where a call stands in the work of the dispatchers. Stored and shown in snake_case.</summary>
public enum CallStatus
{
    /// <summary>The machine or a human talks to the caller.</summary>
    InProgress,

    /// <summary>Ended, nobody has looked at it yet.</summary>
    New,

    /// <summary>A dispatcher took it.</summary>
    Acknowledged,

    /// <summary>Somebody was sent.</summary>
    Dispatched,

    /// <summary>Passed to another service.</summary>
    Referred,

    /// <summary>Done, with a disposition.</summary>
    Closed,

    /// <summary>Hung up before speaking; on the callback list.</summary>
    Abandoned,

    /// <summary>Nothing was said; on the callback list.</summary>
    Silent,

    /// <summary>The host stopped in the middle of the call.</summary>
    Interrupted,
}

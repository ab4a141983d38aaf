namespace CallIntake.Engine.Agi.Peer;

/// <summary>What ended a stretch of time in a call.</summary>
internal enum HoldEnd
{
    /// <summary>The time itself.</summary>
    Elapsed,

    /// <summary>The caller hung up, or the watchdog took him away.</summary>
    HungUp,

    /// <summary>The engine sent another command.</summary>
    Command,

    /// <summary>The engine closed the connection.</summary>
    Closed,
}

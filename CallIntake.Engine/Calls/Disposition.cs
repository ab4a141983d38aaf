namespace CallIntake.Engine.Calls;

/// <summary>How a closed call ended. Stored and shown in snake_case.</summary>
public enum Disposition
{
    /// <summary>Dealt with.</summary>
    Resolved,

    /// <summary>There was nothing to it.</summary>
    Unfounded,

    /// <summary>Another call about the same event.</summary>
    Duplicate,

    /// <summary>Passed to another service.</summary>
    Referred,

    /// <summary>Nothing needed to be done.</summary>
    NoAction,
}

namespace CallIntake.Engine.Calls;

/// <summary>Who speaks in a turn.</summary>
public enum Speaker
{
    /// <summary>The person who called.</summary>
    Caller,

    /// <summary>The machine.</summary>
    Intake,
}

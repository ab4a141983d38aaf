namespace CallIntake.Engine.Calls;

/// <summary>How the machine's part of a call ends.</summary>
internal enum CallEndingKind
{
    /// <summary>The machine says the closing sentence and hangs up.</summary>
    Close,

    /// <summary>The caller goes to the operators.</summary>
    HandOver,

    /// <summary>The caller hung up before a word was said.</summary>
    Abandoned,

    /// <summary>The caller hung up later.</summary>
    HungUp,

    /// <summary>Nothing was said and no key pressed.</summary>
    Silent,

    /// <summary>A part failed: operators.</summary>
    Failed,

    /// <summary>The host stops: operators.</summary>
    Interrupted,
}

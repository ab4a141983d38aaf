namespace CallIntake.Engine.Calls;

/// <summary>What the machine does in a call right now; shown on the card.</summary>
public enum CallActivity
{
    /// <summary>The call has just arrived.</summary>
    Arrived,

    /// <summary>The greeting plays.</summary>
    Greeting,

    /// <summary>The caller is being recorded.</summary>
    Listening,

    /// <summary>Speech becomes text.</summary>
    Recognizing,

    /// <summary>A question or the address is spoken.</summary>
    Asking,

    /// <summary>The closing sentence is spoken.</summary>
    Closing,

    /// <summary>The caller is being put through to the operators.</summary>
    HandingOver,

    /// <summary>The machine has left the call.</summary>
    Ended,
}

namespace CallIntake.Engine.Calls;

/// <summary>Values of an event's <c>stage</c>.</summary>
public static class CallStages
{
    /// <summary>The call arrived; row, card and recording exist.</summary>
    public const string Received = "received";

    /// <summary>The greeting was played.</summary>
    public const string Greeting = "greeting";

    /// <summary>A turn of the caller was recorded.</summary>
    public const string Recorded = "recorded";

    /// <summary>A turn became text.</summary>
    public const string Transcribed = "transcribed";

    /// <summary>The call was judged.</summary>
    public const string Triaged = "triaged";

    /// <summary>The machine said something.</summary>
    public const string Replied = "replied";

    /// <summary>The machine ended the call.</summary>
    public const string Closed = "closed";

    /// <summary>The caller was put through to the operators.</summary>
    public const string HandedOver = "handed_over";

    /// <summary>The caller hung up.</summary>
    public const string HungUp = "hung_up";

    /// <summary>A part failed.</summary>
    public const string Failed = "failed";

    /// <summary>The host stopped in the middle of the call.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>A dispatcher took the call.</summary>
    public const string Acknowledged = "acknowledged";

    /// <summary>The status was changed by a person.</summary>
    public const string StatusChanged = "status_changed";

    /// <summary>A person wrote a note.</summary>
    public const string Noted = "noted";

    /// <summary>A person corrected a field.</summary>
    public const string Corrected = "corrected";

    /// <summary>A person played the recording.</summary>
    public const string Listened = "listened";
}

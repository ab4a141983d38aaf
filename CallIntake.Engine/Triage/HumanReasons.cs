namespace CallIntake.Engine.Triage;

/// <summary>Codes that say why a call goes to a human; the console has a sentence for each (resource key HumanReason_code).</summary>
public static class HumanReasons
{
    /// <summary>The call is critical.</summary>
    public const string Critical = "critical";

    /// <summary>The urgency reached the configured level of handing over.</summary>
    public const string Urgent = "urgent";

    /// <summary>The caller asked for a person or pressed 0.</summary>
    public const string Asked = "asked_for_person";

    /// <summary>What was heard is not sure.</summary>
    public const string LowConfidence = "low_confidence";

    /// <summary>No configured recogniser understands the language.</summary>
    public const string Language = "language";

    /// <summary>Nothing was said.</summary>
    public const string Silent = "silent";

    /// <summary>A key was pressed in silence: do not call back by voice.</summary>
    public const string DoNotCallBack = "do_not_call_back_by_voice";

    /// <summary>The caller hung up before speaking.</summary>
    public const string Abandoned = "abandoned";

    /// <summary>A part of the system failed.</summary>
    public const string Failure = "failure";

    /// <summary>The questions ran out and something needed is still missing.</summary>
    public const string Incomplete = "incomplete";

    /// <summary>The words do not hang together.</summary>
    public const string Unclear = "unclear";

    /// <summary>The caller took the call back after signs of danger.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>The host was restarted or stopped in the middle of the call.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>All codes.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Critical, Urgent, Asked, LowConfidence, Language, Silent, DoNotCallBack, Abandoned, Failure, Incomplete, Unclear, Withdrawn,
        Interrupted,
    ];
}

namespace CallIntake.Engine.Agi.Peer;

/// <summary>What the engine did with a test call.</summary>
public sealed record TestCallResult
{
    /// <summary>Channel variables the engine set, with their last values.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>The engine's commands in their order, as they came.</summary>
    public required IReadOnlyList<string> Commands { get; init; }

    /// <summary>What a real Asterisk would not have forgiven, in words; empty where all was well.</summary>
    public required IReadOnlyList<string> Violations { get; init; }

    /// <summary>The sound files that were played, in their order.</summary>
    public required IReadOnlyList<string> Played { get; init; }

    /// <summary>The recordings of the caller, in their order.</summary>
    public required IReadOnlyList<string> Recorded { get; init; }

    /// <summary>The recording of both sides; null where the engine did not ask for one.</summary>
    public string? MixedRecording { get; init; }

    /// <summary>The caller hung up, as planned.</summary>
    public bool HungUp { get; init; }

    /// <summary>The engine did not arm its watchdog again in time, so that the dialplan took the caller to the operators.</summary>
    public bool WatchdogFired { get; init; }

    /// <summary>How long the call took on the clock.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>CALLINTAKE_CALL_ID; null where the engine did not set it.</summary>
    public Guid? CallId => Guid.TryParse(Variables.GetValueOrDefault("CALLINTAKE_CALL_ID"), out var id) ? id : null;

    /// <summary>CALLINTAKE_OUTCOME: closed or operator; null where the engine did not set it, which means operator too.</summary>
    public string? Outcome => Variables.GetValueOrDefault("CALLINTAKE_OUTCOME");

    /// <summary>CALLINTAKE_URGENCY; null where the engine did not set it.</summary>
    public string? Urgency => Variables.GetValueOrDefault("CALLINTAKE_URGENCY");

    /// <summary>CALLINTAKE_LANGUAGE; null where the engine did not set it.</summary>
    public string? Language => Variables.GetValueOrDefault("CALLINTAKE_LANGUAGE");
}

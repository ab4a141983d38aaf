namespace CallIntake.Engine.Calls;

/// <summary>
/// The telephone line of one call, whatever carries it (FastAGI in file mode; streams later). Used by one call at a time. A hang-up is a
/// result, never an exception; <see cref="CallLineException"/> means that the line itself broke.
/// </summary>
public interface ICallLine
{
    /// <summary>What is known of the call at its start.</summary>
    CallArrival Arrival { get; }

    /// <summary>Whether the caller has hung up (or was taken away by a redirect).</summary>
    bool HungUp { get; }

    /// <summary>Cancelled when the caller hangs up or the line breaks: stops recognition and models, not the saving of the call.</summary>
    CancellationToken HungUpToken { get; }

    /// <summary>Cancelled when the host stops: the call is then to be handed to a human at once.</summary>
    CancellationToken StoppingToken { get; }

    /// <summary>Plays an 8 kHz WAV by its absolute path (with extension); any of the keys interrupts it.</summary>
    Task<PlaybackResult> PlayAsync(string wavPath, string interruptKeys);

    /// <summary>Records the caller to an absolute path (with extension .wav) whose folder exists.</summary>
    Task<RecordingResult> RecordAsync(string wavPath, RecordingLimits limits);

    /// <summary>Waits for a key; null where none was pressed in time or the caller hung up.</summary>
    Task<char?> WaitForKeyAsync(TimeSpan timeout);

    /// <summary>Sets a channel variable; ids and enum values only, never the caller's text.</summary>
    Task SetVariableAsync(string name, string value);

    /// <summary>Arms Asterisk's watchdog: without another arming the call goes to the operators after this time.</summary>
    Task ArmWatchdogAsync(TimeSpan timeout);

    /// <summary>Starts the recording of both sides of the whole call to an absolute path; false where the line cannot.</summary>
    Task<bool> StartMixedRecordingAsync(string wavPath);
}

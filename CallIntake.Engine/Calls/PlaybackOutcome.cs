namespace CallIntake.Engine.Calls;

/// <summary>How a playback ended.</summary>
public enum PlaybackOutcome
{
    /// <summary>Played to the end.</summary>
    Finished,

    /// <summary>A key cut it.</summary>
    Interrupted,

    /// <summary>The caller hung up.</summary>
    HungUp,

    /// <summary>The file cannot be played; the call goes on.</summary>
    Failed,
}

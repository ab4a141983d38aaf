namespace CallIntake.Engine.Calls;

/// <summary>How a recording ended.</summary>
public enum RecordingOutcome
{
    /// <summary>Silence or the longest time.</summary>
    Finished,

    /// <summary>A key was pressed.</summary>
    Key,

    /// <summary>The caller hung up; what was said is in the file.</summary>
    HungUp,

    /// <summary>Nothing could be recorded; the call goes on.</summary>
    Failed,
}

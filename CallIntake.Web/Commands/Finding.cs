namespace CallIntake.Web.Commands;

/// <summary>How a part is.</summary>
internal enum FindingState
{
    /// <summary>It works.</summary>
    Ok,

    /// <summary>Calls are taken without it, or something should be done soon.</summary>
    Warn,

    /// <summary>Calls cannot be taken or kept, or what the configuration names first cannot do its work.</summary>
    Fail,
}

/// <summary>What the doctor says of one part.</summary>
/// <param name="State">How it is.</param>
/// <param name="Part">Its name.</param>
/// <param name="Message">What was seen and what to do.</param>
internal sealed record Finding(FindingState State, string Part, string Message);

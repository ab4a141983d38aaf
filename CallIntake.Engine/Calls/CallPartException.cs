namespace CallIntake.Engine.Calls;

/// <summary>A part of the machine failed in a call: the caller goes to a human.</summary>
internal sealed class CallPartException(string part, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>recording, recognition, triage, storage.</summary>
    public string Part { get; } = part;
}

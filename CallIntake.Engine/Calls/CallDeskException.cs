namespace CallIntake.Engine.Calls;

/// <summary>A dispatcher's action that cannot be done; <see cref="MessageKey"/> names the sentence for the screen.</summary>
public sealed class CallDeskException(string messageKey, string message) : Exception(message)
{
    /// <summary>Resource key of the sentence, such as CallDesk_ReasonNeeded.</summary>
    public string MessageKey { get; } = messageKey;
}

namespace CallIntake.Engine.Speech;

/// <summary>A recogniser or a voice could not do its work; the message names the provider and the cause.</summary>
public class SpeechException : Exception
{
    /// <summary>Failure with a cause in words.</summary>
    public SpeechException(string message)
        : base(message)
    {
    }

    /// <summary>Failure with the underlying exception.</summary>
    public SpeechException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

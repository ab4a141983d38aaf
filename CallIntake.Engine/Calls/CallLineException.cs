namespace CallIntake.Engine.Calls;

/// <summary>The line of a call broke: the connection ended, a deadline passed, or the other side does not keep the protocol.</summary>
public class CallLineException : Exception
{
    /// <summary>Failure with a cause in words.</summary>
    public CallLineException(string message)
        : base(message)
    {
    }

    /// <summary>Failure with the underlying exception.</summary>
    public CallLineException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

namespace CallIntake.Engine.Agi.Peer;

/// <summary>A test call could not be placed: nobody listens, or one of its WAV files cannot be read. The message is for people.</summary>
public sealed class TestCallException : Exception
{
    /// <summary>Failure with a cause in words.</summary>
    public TestCallException(string message)
        : base(message)
    {
    }

    /// <summary>Failure with the underlying exception.</summary>
    public TestCallException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

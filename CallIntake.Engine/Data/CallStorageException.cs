namespace CallIntake.Engine.Data;

/// <summary>The database cannot do what is asked, and waiting does not help: the message says what an administrator can do.</summary>
public sealed class CallStorageException : Exception
{
    /// <summary>Failure with a cause in words.</summary>
    public CallStorageException(string message)
        : base(message)
    {
    }

    /// <summary>Failure with the underlying exception.</summary>
    public CallStorageException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

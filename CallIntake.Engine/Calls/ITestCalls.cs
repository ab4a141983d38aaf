namespace CallIntake.Engine.Calls;

/// <summary>Places test calls through the real FastAGI port, as a caller would.</summary>
public interface ITestCalls
{
    /// <summary>
    /// Places a call in which the caller says the WAV files, one a turn, and returns when the call is on the board. The files are read
    /// whole before the call begins: afterwards they may be deleted.
    /// </summary>
    /// <returns>The call's id; null where the call did not reach the engine in time.</returns>
    /// <exception cref="CallLineException">A file cannot be read, or the port cannot be reached; the message says which.</exception>
    Task<Guid?> StartAsync(IReadOnlyList<string> wavPaths, CancellationToken cancellationToken);
}

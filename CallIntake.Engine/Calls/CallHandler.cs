namespace CallIntake.Engine.Calls;

/// <summary>Makes a session for every line.</summary>
internal sealed class CallHandler(CallParts parts) : ICallHandler
{
    /// <inheritdoc />
    public Task HandleAsync(ICallLine line) => new CallSession(parts, line).RunAsync();
}

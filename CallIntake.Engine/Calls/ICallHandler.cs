namespace CallIntake.Engine.Calls;

/// <summary>Leads one call from arrival to end over its line. One object for all calls; all state of a call is local to the method.</summary>
public interface ICallHandler
{
    /// <summary>
    /// Leads the call. Returns when the machine has left it; its last act on the line sets CALLINTAKE_OUTCOME. Does not throw for anything
    /// that happens in a call.
    /// </summary>
    Task HandleAsync(ICallLine line);
}

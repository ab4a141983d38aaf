namespace CallIntake.Engine.Calls;

/// <summary>
/// The one way in which a call changes: memory, live board and database in this order. Thread-safe; the changes of one call are applied
/// one after the other, whoever makes them (the call itself or a dispatcher).
/// </summary>
public interface ICallRecorder
{
    /// <summary>
    /// Begins a call: it is on the board, and in the database, when this returns. Never throws because storage failed; see
    /// <see cref="RecordedCall.Saved"/>.
    /// </summary>
    Task<RecordedCall> OpenAsync(Call call, CallEvent received);

    /// <summary>
    /// Applies a change and appends its event. The version is counted up here. Never throws because storage failed: the change is then on
    /// the board, in memory, in the emergency journal on disk where possible, and written again until the database takes it.
    /// </summary>
    /// <param name="callId">The call; one that is not in memory is read from the database.</param>
    /// <param name="change">Pure function from the present to the next state; may be applied more than once.</param>
    /// <param name="makeEvent">
    /// Makes the event from the next state; null for what only the card shows: it is on the board at once and stored with the next event.
    /// </param>
    /// <exception cref="KeyNotFoundException">There is no such call.</exception>
    Task<RecordedCall> RecordAsync(Guid callId, Func<Call, Call> change, Func<Call, CallEvent>? makeEvent);
}

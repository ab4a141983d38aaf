using CallIntake.Engine.Calls;

namespace CallIntake.Engine.Data;

/// <summary>
/// One change of a call that the database does not have yet. <see cref="Result"/> is written under the entry's gate only; the flags under
/// the journal's.
/// </summary>
/// <param name="apply">The change; null for one that was read from the journal, of which only the result is known.</param>
/// <param name="result">The state after it.</param>
/// <param name="callEvent">Its event.</param>
internal sealed class PendingChange(Func<Call, Call>? apply, Call result, CallEvent? callEvent)
{
    private readonly TaskCompletionSource<bool> _attempted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Func<Call, Call>? Apply { get; } = apply;

    public Call Result { get; set; } = result;

    public CallEvent? Event { get; } = callEvent;

    /// <summary>Its event is not written either where the change does nothing to the state that the database turns out to have.</summary>
    public bool OnlyIfChanging { get; init; }

    /// <summary>The database has it.</summary>
    public bool Saved { get; set; }

    /// <summary>The emergency journal has it.</summary>
    public bool Journaled { get; set; }

    /// <summary>Ends after the first attempt to write it: true where the database took it.</summary>
    public Task<bool> Attempted => _attempted.Task;

    public void Attempt(bool saved) => _attempted.TrySetResult(saved);
}

using CallIntake.Engine.Calls;

namespace CallIntake.Engine.Data;

/// <summary>What is to be written of one call.</summary>
/// <param name="entry">The call in memory.</param>
/// <param name="stored">The state that the database has; null where it has no row.</param>
/// <param name="changes">The changes that lead to the state to write; at least one.</param>
internal sealed class CallWrite(CallEntry entry, Call? stored, IReadOnlyList<PendingChange> changes)
{
    public CallEntry Entry { get; } = entry;

    public Call? Stored { get; } = stored;

    /// <summary>The state to write.</summary>
    public Call Next { get; } = changes[^1].Result;

    public IReadOnlyList<PendingChange> Changes { get; } = changes;

    public string SearchText { get; } = Data.SearchText.Of(changes[^1].Result);

    public bool SearchTextChanged { get; } = stored is null || Data.SearchText.Of(stored) != Data.SearchText.Of(changes[^1].Result);
}

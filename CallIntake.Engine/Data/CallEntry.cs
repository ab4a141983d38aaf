using CallIntake.Engine.Calls;

namespace CallIntake.Engine.Data;

/// <summary>
/// One call in memory. Everything here is read and written under <see cref="Gate"/>, which is held for moments and never across an await;
/// it is what puts the changes of one call in order.
/// </summary>
internal sealed class CallEntry(Call state, Call? stored)
{
    public Lock Gate { get; } = new();

    /// <summary>The newest state.</summary>
    public Call State { get; set; } = state;

    /// <summary>The state that the database has; null while it has no row of the call.</summary>
    public Call? Stored { get; set; } = stored;

    /// <summary>What the database does not have yet, oldest first.</summary>
    public List<PendingChange> Pending { get; } = [];

    /// <summary>The database may hold something else than <see cref="Stored"/> says; look before writing.</summary>
    public bool Uncertain { get; set; }

    /// <summary>Waits in the writer's queue; an entry stands there once.</summary>
    public bool Queued { get; set; }

    /// <summary>Taken out of memory; whoever still holds it must look the call up again.</summary>
    public bool Removed { get; set; }

    /// <summary>When the state changed last.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Time of the newest event; the next one is later, so that the order of events is the order of the changes.</summary>
    public DateTimeOffset LastEventAt { get; set; }

    /// <summary>Failed attempts in a row that concerned this call alone.</summary>
    public int Failures { get; set; }

    /// <summary>Adds a change; the caller holds the gate.</summary>
    public PendingChange Add(Func<Call, Call>? apply, Call next, CallEvent? callEvent, DateTimeOffset now, bool onlyIfChanging = false)
    {
        var change = new PendingChange(apply, next, InOrder(callEvent)) { OnlyIfChanging = onlyIfChanging };
        State = next;
        ChangedAt = now;
        Pending.Add(change);
        return change;
    }

    private CallEvent? InOrder(CallEvent? callEvent)
    {
        if (callEvent is null)
        {
            return null;
        }

        var at = CallMapping.Microseconds(callEvent.Timestamp);
        LastEventAt = at > LastEventAt ? at : LastEventAt.AddMicroseconds(1);
        return callEvent with { Timestamp = LastEventAt };
    }
}

using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;

namespace CallIntake.Web.Live;

/// <summary>The archive of the running host: the engine's history.</summary>
internal sealed class CallArchive(CallHistory history) : ICallArchive
{
    /// <inheritdoc />
    public Task<Call?> FindAsync(Guid id, CancellationToken cancellationToken) => history.FindAsync(id, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<CallEvent>> EventsAsync(Guid id, CancellationToken cancellationToken) => history.EventsAsync(id, cancellationToken);

    /// <inheritdoc />
    public Task<NeighbouringCalls> NeighboursAsync(Guid id, CancellationToken cancellationToken) => history.NeighboursAsync(id, cancellationToken);
}

using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Web.Live;

namespace CallIntake.Web.Hosting;

/// <summary>Gives the console's pages what the engine has stored.</summary>
internal sealed class CallArchive(CallHistory history) : ICallArchive
{
    /// <inheritdoc />
    public Task<Call?> FindAsync(Guid id, CancellationToken cancellationToken) => history.FindAsync(id, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<CallEvent>> EventsAsync(Guid id, CancellationToken cancellationToken) => history.EventsAsync(id, cancellationToken);

    /// <inheritdoc />
    public async Task<CallNeighbours> NeighboursAsync(Guid id, CancellationToken cancellationToken)
    {
        var beside = await history.NeighboursAsync(id, cancellationToken);
        return new CallNeighbours(beside.Previous, beside.Next);
    }
}

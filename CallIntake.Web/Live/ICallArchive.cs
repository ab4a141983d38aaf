using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;

namespace CallIntake.Web.Live;

/// <summary>What the console reads of stored calls. Thread-safe.</summary>
public interface ICallArchive
{
    /// <summary>The call as stored; null where there is none.</summary>
    Task<Call?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The events of a call, oldest first.</summary>
    Task<IReadOnlyList<CallEvent>> EventsAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The calls before and after this one by time of arrival; null at the ends.</summary>
    Task<NeighbouringCalls> NeighboursAsync(Guid id, CancellationToken cancellationToken);
}

using CallIntake.Engine.Calls;

namespace CallIntake.Web.Live;

/// <summary>What the console reads of stored calls. Thread-safe.</summary>
public interface ICallArchive
{
    /// <summary>The call as stored; null where there is none.</summary>
    Task<Call?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The events of a call, oldest first.</summary>
    Task<IReadOnlyList<CallEvent>> EventsAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The calls before and after this one by time of arrival; null at the ends.</summary>
    Task<CallNeighbours> NeighboursAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>Calls beside a call.</summary>
/// <param name="Previous">The one that arrived before it.</param>
/// <param name="Next">The one that arrived after it.</param>
public readonly record struct CallNeighbours(Guid? Previous, Guid? Next);

using System.Collections.Immutable;

namespace CallIntake.Engine.Calls;

/// <summary>What the live board shows at one moment. Immutable.</summary>
/// <param name="Version">Counts the changes of the board.</param>
/// <param name="Calls">The calls on the board by id: those in progress, and ended ones that are not closed or were closed a short while ago.</param>
public sealed record BoardSnapshot(long Version, ImmutableDictionary<Guid, Call> Calls)
{
    /// <summary>An empty board.</summary>
    public static BoardSnapshot Empty { get; } = new(0, ImmutableDictionary<Guid, Call>.Empty);
}

using System.Collections.Immutable;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;

namespace CallIntake.Web.Live;

/// <summary>
/// Which cards stand where. Order: not yet taken, urgency, oldest first; closed ones last. While the list is held (a card has the focus,
/// the pointer is over it, or it is frozen) nothing moves, appears or leaves: cards change in place and new ones wait. Immutable.
/// </summary>
/// <param name="Shown">Cards in their places.</param>
/// <param name="Waiting">Calls that fit the filter and wait to be let in, in order.</param>
/// <param name="Hidden">Calls that the filter leaves out.</param>
public sealed record BoardArrangement(ImmutableArray<Call> Shown, ImmutableArray<Call> Waiting, ImmutableArray<Call> Hidden)
{
    /// <summary>Nothing is shown.</summary>
    public static BoardArrangement Empty { get; } = new([], [], []);

    /// <summary>Open critical calls that the filter leaves out: never silent.</summary>
    public int HiddenCritical => Hidden.Count(IsOpenCritical);

    /// <summary>Critical calls among those that wait.</summary>
    public int WaitingCritical => Waiting.Count(IsOpenCritical);

    /// <summary>The next arrangement.</summary>
    /// <param name="calls">What is on the board now.</param>
    /// <param name="filter">What is wanted.</param>
    /// <param name="held">Whether nothing may move.</param>
    public BoardArrangement Next(IReadOnlyDictionary<Guid, Call> calls, BoardFilter filter, bool held)
    {
        var fitting = calls.Values.Where(filter.Matches).Order(Comparer).ToImmutableArray();
        if (!held)
        {
            return new(fitting, [], HiddenOf(calls, [.. fitting.Select(call => call.Id)]));
        }

        var places = Shown.Select(call => calls.GetValueOrDefault(call.Id, call)).ToImmutableArray();
        var placed = places.Select(call => call.Id).ToHashSet();
        var waiting = fitting.Where(call => !placed.Contains(call.Id)).ToImmutableArray();
        placed.UnionWith(waiting.Select(call => call.Id));
        return new(places, waiting, HiddenOf(calls, placed));
    }

    /// <summary>Whether nobody has taken the call yet.</summary>
    public static bool IsUnacknowledged(Call call) => call.AcknowledgedBy is null && call.Status != CallStatus.Closed;

    /// <summary>Whether a life may be at stake and the call is not closed.</summary>
    public static bool IsOpenCritical(Call call) => call.Urgency == Urgency.Critical && call.Status != CallStatus.Closed;

    private static Comparer<Call> Comparer { get; } = Comparer<Call>.Create(Compare);

    private static ImmutableArray<Call> HiddenOf(IReadOnlyDictionary<Guid, Call> calls, HashSet<Guid> shown) =>
        [.. calls.Values.Where(call => !shown.Contains(call.Id))];

    private static int Compare(Call left, Call right)
    {
        var order = Group(left).CompareTo(Group(right));
        order = order != 0 ? order : right.Urgency.CompareTo(left.Urgency);
        order = order != 0 ? order : left.StartedAt.CompareTo(right.StartedAt);
        return order != 0 ? order : left.Id.CompareTo(right.Id);
    }

    private static int Group(Call call) => call.Status == CallStatus.Closed ? 2 : IsUnacknowledged(call) ? 0 : 1;
}

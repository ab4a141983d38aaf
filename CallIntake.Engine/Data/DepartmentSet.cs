using CallIntake.Engine.Triage;

namespace CallIntake.Engine.Data;

/// <summary>
/// The departments of a call as one value of a column, in the order of <see cref="Departments.All"/>: <c>Полиция,Скорая</c>. There are few
/// sets, so that a filter names the ones it means and an index serves it. Static and pure.
/// </summary>
internal static class DepartmentSet
{
    private const char Divider = ',';

    /// <summary>The set of a record; null where it is empty.</summary>
    public static string? Of(TriageRecord? record) => Join(Departments.Of(record));

    /// <summary>Every set that holds at least one of these departments.</summary>
    public static string[] HoldingAny(IReadOnlyList<string> wanted)
    {
        var sets = Enumerable.Range(1, (1 << Departments.All.Count) - 1).Select(bits => Departments.All.Where((_, place) => (bits & (1 << place)) != 0).ToArray());
        return [.. sets.Where(set => set.Any(wanted.Contains)).Select(set => Join(set)!)];
    }

    private static string? Join(IEnumerable<string> names) => string.Join(Divider, names) is { Length: > 0 } set ? set : null;
}

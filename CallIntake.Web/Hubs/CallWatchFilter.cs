using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;

namespace CallIntake.Web.Hubs;

/// <summary>Which calls a client of the hub wants to see; every kind that is null or empty leaves nothing out. Names as in the REST query.</summary>
public sealed record CallWatchFilter
{
    /// <summary>Codes of urgencies.</summary>
    public IReadOnlyList<string>? Urgency { get; init; }

    /// <summary>Codes of categories.</summary>
    public IReadOnlyList<string>? Category { get; init; }

    /// <summary>Codes of statuses.</summary>
    public IReadOnlyList<string>? Status { get; init; }

    /// <summary>Departments, sent or told.</summary>
    public IReadOnlyList<string>? Department { get; init; }

    /// <summary>ru, kk, mixed.</summary>
    public IReadOnlyList<string>? Language { get; init; }

    /// <summary>Only calls that need a person (true) or do not (false).</summary>
    public bool? NeedsHuman { get; init; }

    /// <summary>What is wrong with the filter, naming the field; null where nothing is.</summary>
    internal string? FindProblem() =>
        Check("urgency", Urgency, code => Urgencies.TryParse(code, out _))
        ?? Check("category", Category, Categories.Contains)
        ?? Check("status", Status, code => CallCard.StatusCodes.Contains(code, StringComparer.Ordinal))
        ?? Check("department", Department, Departments.All.Contains)
        ?? Check("language", Language, code => code is "ru" or "kk" or "mixed");

    /// <summary>Whether a call is wanted.</summary>
    internal bool Matches(Call call)
    {
        var record = call.Effective;
        return Fits(Urgency, call.Urgency.Code())
            && Fits(Category, record?.Category)
            && Fits(Status, CallCard.CodeOf(call.Status))
            && Fits(Language, record?.Language)
            && (Department is not { Count: > 0 } || Departments.Of(record).Any(Department.Contains))
            && (NeedsHuman is not { } human || human == (record?.NeedsHuman ?? false));
    }

    private static string? Check(string field, IReadOnlyList<string>? values, Func<string, bool> known) =>
        values?.FirstOrDefault(value => value is null || !known(value)) is { } bad ? $"{field}: '{bad}' is not known." : null;

    private static bool Fits(IReadOnlyList<string>? wanted, string? value) => wanted is not { Count: > 0 } || (value is not null && wanted.Contains(value));
}

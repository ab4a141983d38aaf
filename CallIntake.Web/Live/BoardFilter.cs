using System.Collections.Immutable;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Engine.Triage;

namespace CallIntake.Web.Live;

/// <summary>
/// What a dispatcher wants to see. Within one kind any of the chosen values fits, and every kind must fit; an empty kind lets all
/// through. Immutable; travels in the address line (<see cref="BoardFilterQuery"/>).
/// </summary>
public sealed record BoardFilter
{
    /// <summary>Shows everything.</summary>
    public static BoardFilter All { get; } = new();

    /// <summary>Codes of urgencies.</summary>
    public ImmutableHashSet<string> Urgencies { get; init; } = [];

    /// <summary>Codes of categories.</summary>
    public ImmutableHashSet<string> Categories { get; init; } = [];

    /// <summary>Statuses in snake_case.</summary>
    public ImmutableHashSet<string> Statuses { get; init; } = [];

    /// <summary>ru, kk, mixed.</summary>
    public ImmutableHashSet<string> Languages { get; init; } = [];

    /// <summary>Departments, sent or told.</summary>
    public ImmutableHashSet<string> Departments { get; init; } = [];

    /// <summary>Only calls that need a person.</summary>
    public bool NeedsHuman { get; init; }

    /// <summary>Words sought in what the caller said, the address, the summary and the number, as the history seeks them.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Whether anything is left out at all.</summary>
    public bool IsActive => !Urgencies.IsEmpty || MoreCount > 0 || Text.Length > 0;

    /// <summary>How many kinds beside urgency and words are in use.</summary>
    public int MoreCount => Count(Categories) + Count(Statuses) + Count(Languages) + Count(Departments) + (NeedsHuman ? 1 : 0);

    /// <summary>Whether the call is shown.</summary>
    public bool Matches(Call call)
    {
        var record = call.Effective;
        return Fits(Urgencies, call.Urgency.Code())
            && Fits(Categories, record?.Category)
            && Fits(Statuses, Codes.Of(call.Status))
            && Fits(Languages, record?.Language)
            && (Departments.IsEmpty || Engine.Triage.Departments.Of(record).Any(Departments.Contains))
            && (!NeedsHuman || record is { NeedsHuman: true })
            && SearchText.Matches(call, Text);
    }

    /// <summary>Adds the value to a kind or takes it out.</summary>
    public static ImmutableHashSet<string> Toggle(ImmutableHashSet<string> values, string value) => values.SymmetricExcept([value]);

    private static int Count(ImmutableHashSet<string> values) => values.IsEmpty ? 0 : 1;

    private static bool Fits(ImmutableHashSet<string> wanted, string? value) => wanted.IsEmpty || (value is not null && wanted.Contains(value));
}

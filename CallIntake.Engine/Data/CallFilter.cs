using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;

namespace CallIntake.Engine.Data;

/// <summary>Which calls are meant; everything left out means all. Values within a list are alternatives, lists narrow each other. Immutable.</summary>
public sealed record CallFilter
{
    /// <summary>All calls.</summary>
    public static CallFilter None { get; } = new();

    /// <summary>Effective urgencies.</summary>
    public IReadOnlyList<Urgency> Urgencies { get; init; } = [];

    /// <summary>Effective categories, codes.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Statuses.</summary>
    public IReadOnlyList<CallStatus> Statuses { get; init; } = [];

    /// <summary>Departments, sent or told.</summary>
    public IReadOnlyList<string> Departments { get; init; } = [];

    /// <summary>Languages: ru, kk, mixed.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Whether the call needs a human.</summary>
    public bool? NeedsHuman { get; init; }

    /// <summary>First moment of arrival.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>End of the arrivals, not included.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>
    /// Words or parts of words, all of which must occur in what was said, the address, the summary or the number. Capital letters, ё and
    /// е, Kazakh letters and their Russian stand-ins, and the country prefix of a whole number make no difference.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>Only test calls, or none of them.</summary>
    public bool? IsTest { get; init; }
}

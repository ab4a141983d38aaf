using System.Globalization;
using CallIntake.Engine.Triage;

namespace CallIntake.Engine.Calls;

/// <summary>Puts operators' values over the machine's record.</summary>
public static class CorrectedRecord
{
    /// <summary>Fields that an operator can correct, by JSON name.</summary>
    public static IReadOnlyList<string> Fields { get; } =
        ["urgency", "category", "address", "current_danger", "people_involved", "weapons", "recommended_department"];

    /// <summary>The record with every correction applied in order. Values that do not fit a field's type are passed over.</summary>
    public static TriageRecord Apply(TriageRecord record, IReadOnlyList<Correction> corrections)
    {
        foreach (var correction in corrections)
        {
            record = Apply(record, correction.Field, correction.Value);
        }

        return record;
    }

    /// <summary>The value of a field as text, as corrections store it; null for nothing.</summary>
    public static string? Read(TriageRecord record, string field) => field switch
    {
        "urgency" => record.Urgency.Code(),
        "category" => record.Category,
        "address" => record.Address,
        "current_danger" => record.CurrentDanger ? "true" : "false",
        "people_involved" => record.PeopleInvolved?.ToString(CultureInfo.InvariantCulture),
        "weapons" => record.Weapons ? "true" : "false",
        "recommended_department" => record.RecommendedDepartment,
        _ => null,
    };

    /// <summary>Whether a text is a value of the field.</summary>
    public static bool IsValid(string field, string? value) => field switch
    {
        "urgency" => Urgencies.TryParse(value, out _),
        "category" => Categories.Contains(value),
        "address" => value is null or { Length: <= 300 },
        "current_danger" or "weapons" => bool.TryParse(value, out _),
        "people_involved" => value is null || (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 10_000),
        "recommended_department" => value is null || Departments.All.Contains(value),
        _ => false,
    };

    private static TriageRecord Apply(TriageRecord record, string field, string? value) => !IsValid(field, value)
        ? record
        : field switch
        {
            "urgency" => record with { Urgency = Urgencies.TryParse(value, out var urgency) ? urgency : record.Urgency },
            "category" => record with { Category = value! },
            "address" => record with { Address = value },
            "current_danger" => record with { CurrentDanger = bool.Parse(value!) },
            "people_involved" => record with { PeopleInvolved = value is null ? null : int.Parse(value, CultureInfo.InvariantCulture) },
            "weapons" => record with { Weapons = bool.Parse(value!) },
            "recommended_department" => record with { RecommendedDepartment = value },
            _ => record,
        };
}

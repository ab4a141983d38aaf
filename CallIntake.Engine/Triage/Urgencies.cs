using System.Collections.Frozen;

namespace CallIntake.Engine.Triage;

/// <summary>The one table of urgencies that feeds engine, board, CSV and sound.</summary>
public static class Urgencies
{
    /// <summary>All urgencies, most severe first.</summary>
    public static IReadOnlyList<UrgencyInfo> All { get; } =
    [
        new(Urgency.Critical, "critical", "octagon", "Критично", "Өте шұғыл", "Critical", 880),
        new(Urgency.High, "high", "triangle", "Высокая", "Жоғары", "High", 660),
        new(Urgency.Medium, "medium", "circle", "Средняя", "Орташа", "Medium", 440),
        new(Urgency.Low, "low", "dash", "Низкая", "Төмен", "Low", 0),
    ];

    private static readonly FrozenDictionary<string, Urgency> ByCode =
        All.ToFrozenDictionary(info => info.Code, info => info.Urgency, StringComparer.OrdinalIgnoreCase);

    /// <summary>The row of an urgency.</summary>
    public static UrgencyInfo Of(Urgency urgency) => All[(int)Urgency.Critical - (int)urgency];

    /// <summary>The code of an urgency, as it stands on every surface.</summary>
    public static string Code(this Urgency urgency) => Of(urgency).Code;

    /// <summary>The more severe of two.</summary>
    public static Urgency Higher(Urgency one, Urgency other) => one > other ? one : other;

    /// <summary>Reads a code; false where it is none.</summary>
    public static bool TryParse(string? code, out Urgency urgency)
    {
        urgency = default;
        return code is not null && ByCode.TryGetValue(code, out urgency);
    }
}

using System.Collections.Frozen;

namespace CallIntake.Engine.Triage;

/// <summary>The closed list of causes of a call; codes as in the triage guide.</summary>
public static class Categories
{
    /// <summary>The cause that is used where none of the others fits.</summary>
    public const string Other = "other";

    /// <summary>The caller cannot or does not speak.</summary>
    public const string SilentCall = "silent_call";

    /// <summary>The caller hung up before speaking.</summary>
    public const string AbandonedCall = "abandoned_call";

    /// <summary>All codes in the order of the guide.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "theft", "livestock_theft", "robbery", "burglary", "assault", "domestic", "sexual_assault", "threats", "noise", "traffic",
        "drunk_driver", "missing_person", "fraud", "drugs", "weapons", "suspicious_person", "suspicious_object", "bomb_threat",
        "explosion", "suicide", "fire", "medical", "gas_leak", "hooliganism", "property_damage", "trespass", "animal",
        "child_in_danger", "hostage", "parking", "intoxicated", "body_found", "utility", "info_request", SilentCall, "false_call",
        "wrong_number", AbandonedCall, Other,
    ];

    private static readonly FrozenSet<string> Known = All.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the code belongs to the list.</summary>
    public static bool Contains(string? code) => code is not null && Known.Contains(code);
}

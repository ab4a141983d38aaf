using System.Text.Json.Serialization;
using CallIntake.Engine.Triage.Refining;

namespace CallIntake.Engine.Triage;

/// <summary>
/// The judgement of a call. The first eight properties are the record promised to users, in this order and with these names in JSON
/// (snake_case); the rest is added. Immutable; serialise with <see cref="TriageJson"/>.
/// </summary>
public sealed record TriageRecord
{
    /// <summary>How soon somebody must act.</summary>
    [JsonPropertyOrder(0)] public required Urgency Urgency { get; init; }

    /// <summary>Cause of the call, one of <see cref="Categories.All"/>.</summary>
    [JsonPropertyOrder(1)] public required string Category { get; init; }

    /// <summary>The place in reading order, normalised; null where no place was said.</summary>
    [JsonPropertyOrder(2)] public string? Address { get; init; }

    /// <summary>Somebody is in danger at the moment of the call.</summary>
    [JsonPropertyOrder(3)] public bool CurrentDanger { get; init; }

    /// <summary>People taking part or hurt, as far as the words allow counting; else null.</summary>
    [JsonPropertyOrder(4)] public int? PeopleInvolved { get; init; }

    /// <summary>A weapon is present or was used in this event.</summary>
    [JsonPropertyOrder(5)] public bool Weapons { get; init; }

    /// <summary>One of <see cref="Departments.All"/>, or null where nobody needs to be sent.</summary>
    [JsonPropertyOrder(6)] public string? RecommendedDepartment { get; init; }

    /// <summary>One or two sentences with only what was said.</summary>
    [JsonPropertyOrder(7)] public required string Summary { get; init; }

    /// <summary>Further departments to be told.</summary>
    [JsonPropertyOrder(8)] public IReadOnlyList<string> AlsoNotify { get; init; } = [];

    /// <summary>ru, kk or mixed; null where nothing was said.</summary>
    [JsonPropertyOrder(9)] public string? Language { get; init; }

    /// <summary>The place in parts; all null where nothing was said.</summary>
    [JsonPropertyOrder(10)] public AddressParts AddressParts { get; init; } = AddressParts.Empty;

    /// <summary>The caller said yes, or pressed 1, when the place was read back.</summary>
    [JsonPropertyOrder(11)] public bool AddressConfirmed { get; init; }

    /// <summary>How sure the machine is, 0 to 1 each.</summary>
    [JsonPropertyOrder(12)] public TriageConfidence Confidence { get; init; } = TriageConfidence.None;

    /// <summary>The words that raised the urgency, with their positions in the turn's text.</summary>
    [JsonPropertyOrder(13)] public IReadOnlyList<TriageSignal> Signals { get; init; } = [];

    /// <summary>A human must look at, or speak in, this call.</summary>
    [JsonPropertyOrder(14)] public bool NeedsHuman { get; init; }

    /// <summary>Why, as codes of <see cref="HumanReasons"/>.</summary>
    [JsonPropertyOrder(15)] public IReadOnlyList<string> NeedsHumanReasons { get; init; } = [];

    /// <summary>Which part decided, with its version.</summary>
    [JsonPropertyOrder(16)] public TriageSources Sources { get; init; } = TriageSources.None;

    /// <summary>What is kept of a language model's second look, for the call's event; not part of the record's JSON. Null where none was taken.</summary>
    [JsonIgnore] public ModelExchange? Exchange { get; init; }

    /// <summary>The same record, marked for a human for one more reason (added once).</summary>
    public TriageRecord WithHumanReason(string reason) => NeedsHumanReasons.Contains(reason)
        ? this with { NeedsHuman = true }
        : this with { NeedsHuman = true, NeedsHumanReasons = [.. NeedsHumanReasons, reason] };

    /// <summary>The same record with at least this urgency.</summary>
    public TriageRecord AtLeast(Urgency floor) => Urgency >= floor ? this : this with { Urgency = floor };
}

using System.Text.Json;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;

namespace CallIntake.Web.Hubs;

/// <summary>
/// A call as the live board shows it, for other programs: one item of <c>/api/calls</c> and the argument of <c>CallChanged</c>. Values are
/// the effective ones (operators' corrections over the machine's record). JSON in snake_case; nulls are written. The shape is documented
/// in docs/api.md and only grows.
/// </summary>
internal sealed record CallCard
{
    /// <summary>UUID version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Counts the changes; a card with a smaller number than the one at hand is late and can be dropped.</summary>
    public required int Version { get; init; }

    /// <summary>When the call arrived, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the machine left the call, UTC; null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Length of the machine's part, milliseconds; null while it goes on.</summary>
    public long? DurationMs { get; init; }

    /// <summary>The caller's number; empty where withheld.</summary>
    public required string CallerId { get; init; }

    /// <summary>Where the call stands in the dispatchers' work.</summary>
    public required CallStatus Status { get; init; }

    /// <summary>What the machine does now.</summary>
    public required CallActivity Activity { get; init; }

    /// <summary>How soon somebody must act; medium while nothing is known.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>Cause of the call; null while nothing is known.</summary>
    public string? Category { get; init; }

    /// <summary>The place; null where none was said.</summary>
    public string? Address { get; init; }

    /// <summary>Whether the caller confirmed the place.</summary>
    public bool AddressConfirmed { get; init; }

    /// <summary>Somebody is in danger at the moment of the call; null while nothing is known.</summary>
    public bool? CurrentDanger { get; init; }

    /// <summary>People taking part or hurt, where the words allow counting.</summary>
    public int? PeopleInvolved { get; init; }

    /// <summary>A weapon is present or was used; null while nothing is known.</summary>
    public bool? Weapons { get; init; }

    /// <summary>Who should be sent; null where nobody needs to be.</summary>
    public string? RecommendedDepartment { get; init; }

    /// <summary>Further departments to be told.</summary>
    public IReadOnlyList<string> AlsoNotify { get; init; } = [];

    /// <summary>One or two sentences with only what was said.</summary>
    public string? Summary { get; init; }

    /// <summary>ru, kk, mixed or null.</summary>
    public string? Language { get; init; }

    /// <summary>The caller's words so far, one turn a line.</summary>
    public string Transcript { get; init; } = string.Empty;

    /// <summary>Whether a human must look at, or speak in, this call.</summary>
    public bool NeedsHuman { get; init; }

    /// <summary>Why, as codes.</summary>
    public IReadOnlyList<string> NeedsHumanReasons { get; init; } = [];

    /// <summary>closed or operator once the machine has left the call.</summary>
    public string? Outcome { get; init; }

    /// <summary>The caller hung up while the machine was in the call.</summary>
    public bool HungUp { get; init; }

    /// <summary>A test call of the product's own caller.</summary>
    public bool IsTest { get; init; }

    /// <summary>Who took it.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>When it was taken, UTC.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>How it was closed.</summary>
    public Disposition? Disposition { get; init; }

    /// <summary>Codes of all statuses.</summary>
    internal static IReadOnlyList<string> StatusCodes { get; } = [.. Enum.GetValues<CallStatus>().Select(CodeOf)];

    /// <summary>The code of a status on every surface.</summary>
    internal static string CodeOf(CallStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());

    /// <summary>The card of a call.</summary>
    public static CallCard From(Call call)
    {
        var record = call.Effective;
        return new CallCard
        {
            Id = call.Id,
            Version = call.Version,
            StartedAt = call.StartedAt,
            EndedAt = call.EndedAt,
            DurationMs = (long?)call.Duration?.TotalMilliseconds,
            CallerId = call.CallerId,
            Status = call.Status,
            Activity = call.Activity,
            Urgency = call.Urgency,
            Category = record?.Category,
            Address = record?.Address,
            AddressConfirmed = record?.AddressConfirmed ?? false,
            CurrentDanger = record?.CurrentDanger,
            PeopleInvolved = record?.PeopleInvolved,
            Weapons = record?.Weapons,
            RecommendedDepartment = record?.RecommendedDepartment,
            AlsoNotify = record?.AlsoNotify ?? [],
            Summary = record?.Summary,
            Language = record?.Language,
            Transcript = call.Transcript,
            NeedsHuman = record?.NeedsHuman ?? false,
            NeedsHumanReasons = record?.NeedsHumanReasons ?? [],
            Outcome = call.Outcome,
            HungUp = call.HungUp,
            IsTest = call.IsTest,
            AcknowledgedBy = call.AcknowledgedBy,
            AcknowledgedAt = call.AcknowledgedAt,
            Disposition = call.Disposition,
        };
    }
}

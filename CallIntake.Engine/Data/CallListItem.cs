using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;

namespace CallIntake.Engine.Data;

/// <summary>A line of the history and of the export: the columns of a call's row, operators' values applied. Immutable.</summary>
public sealed record CallListItem
{
    /// <summary>The call.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it arrived, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The caller's number; empty where withheld.</summary>
    public required string CallerId { get; init; }

    /// <summary>The recording, relative to the recordings' root.</summary>
    public string? AudioPath { get; init; }

    /// <summary>What the caller said.</summary>
    public required string Transcript { get; init; }

    /// <summary>Where it stands in the dispatchers' work.</summary>
    public required CallStatus Status { get; init; }

    /// <summary>How soon somebody must act.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>Cause; null while nothing is known.</summary>
    public string? Category { get; init; }

    /// <summary>The place.</summary>
    public string? Address { get; init; }

    /// <summary>Somebody is in danger; null while nothing is known.</summary>
    public bool? CurrentDanger { get; init; }

    /// <summary>People taking part or hurt.</summary>
    public int? PeopleInvolved { get; init; }

    /// <summary>A weapon is there; null while nothing is known.</summary>
    public bool? Weapons { get; init; }

    /// <summary>Who is to be sent.</summary>
    public string? RecommendedDepartment { get; init; }

    /// <summary>One or two sentences.</summary>
    public string? Summary { get; init; }

    /// <summary>ru, kk or mixed.</summary>
    public string? Language { get; init; }

    /// <summary>A human must look at it.</summary>
    public required bool NeedsHuman { get; init; }

    /// <summary>The Asterisk channel.</summary>
    public string? Channel { get; init; }

    /// <summary>Asterisk's unique id.</summary>
    public string? UniqueId { get; init; }

    /// <summary>When the machine answered, UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When the machine's part ended, UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Length of the machine's part; null while it goes on.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>A test call.</summary>
    public required bool IsTest { get; init; }

    /// <summary>Who took it.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>When it was taken, UTC.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>How it was closed.</summary>
    public Disposition? Disposition { get; init; }

    /// <summary>closed or operator.</summary>
    public string? Outcome { get; init; }

    internal static CallListItem From(CallRow row) => new()
    {
        Id = row.Id,
        StartedAt = row.Timestamp,
        CallerId = row.CallerId,
        AudioPath = row.AudioPath,
        Transcript = row.Transcript,
        Status = CallCodes.TryParseStatus(row.Status, out var status) ? status : CallStatus.New,
        Urgency = Urgencies.TryParse(row.Urgency, out var urgency) ? urgency : Urgency.Medium,
        Category = row.Category,
        Address = row.Address,
        CurrentDanger = row.CurrentDanger,
        PeopleInvolved = row.PeopleInvolved,
        Weapons = row.Weapons,
        RecommendedDepartment = row.RecommendedDepartment,
        Summary = row.Summary,
        Language = row.Language,
        NeedsHuman = row.NeedsHuman,
        Channel = row.Channel,
        UniqueId = row.UniqueId,
        AnsweredAt = row.AnsweredAt,
        EndedAt = row.EndedAt,
        Duration = row.DurationMs is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
        IsTest = row.IsTest,
        AcknowledgedBy = row.AcknowledgedBy,
        AcknowledgedAt = row.AcknowledgedAt,
        Disposition = CallCodes.TryParseDisposition(row.Disposition, out var disposition) ? disposition : null,
        Outcome = row.Outcome,
    };
}

namespace CallIntake.Engine.Data;

/// <summary>
/// A row of <c>calls</c>. Searched columns hold the operators' values where they corrected the machine; <see cref="AiJson"/> stays the
/// machine's own. Columns that only a judgement can fill are null until there is one.
/// </summary>
internal sealed class CallRow
{
    public Guid Id { get; set; }

    /// <summary>Start of the call, UTC, to the microsecond.</summary>
    public DateTimeOffset Timestamp { get; set; }

    public string CallerId { get; set; } = string.Empty;

    public string? AudioPath { get; set; }

    public string Transcript { get; set; } = string.Empty;

    public string? AiJson { get; set; }

    public string Status { get; set; } = string.Empty;

    public string Urgency { get; set; } = string.Empty;

    /// <summary>Computed by the database from <see cref="Urgency"/>: 3 critical … 0 low. Codes do not sort by severity, this does.</summary>
    public int UrgencyRank { get; set; }

    public string? Category { get; set; }

    public string? Address { get; set; }

    public bool? CurrentDanger { get; set; }

    public int? PeopleInvolved { get; set; }

    public bool? Weapons { get; set; }

    public string? RecommendedDepartment { get; set; }

    /// <summary>All departments, sent or told; see <see cref="DepartmentSet"/>. Null for none.</summary>
    public string? Departments { get; set; }

    public string? Summary { get; set; }

    public string? Language { get; set; }

    public bool NeedsHuman { get; set; }

    public string? Channel { get; set; }

    public string? UniqueId { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public long? DurationMs { get; set; }

    /// <summary>Counts the changes; concurrency token.</summary>
    public int Version { get; set; }

    public bool IsTest { get; set; }

    public string? AcknowledgedBy { get; set; }

    public DateTimeOffset? AcknowledgedAt { get; set; }

    public string? Disposition { get; set; }

    public string? Outcome { get; set; }
}

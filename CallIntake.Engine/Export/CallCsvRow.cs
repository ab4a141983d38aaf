using System.Globalization;
using CallIntake.Engine.Data;
using CallIntake.Engine.Triage;
using CsvHelper;

namespace CallIntake.Engine.Export;

/// <summary>A line of the export; the properties in the order of the columns, which are named as in the database.</summary>
[CsvRecord]
internal sealed partial record CallCsvRow
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:sszzz";

    [CsvColumn("id")] public required string Id { get; init; }

    [CsvColumn("timestamp")] public required string Timestamp { get; init; }

    [CsvColumn("caller_id")] public required string? CallerId { get; init; }

    [CsvColumn("status")] public required string Status { get; init; }

    [CsvColumn("urgency")] public required string Urgency { get; init; }

    [CsvColumn("category")] public required string? Category { get; init; }

    [CsvColumn("address")] public required string? Address { get; init; }

    [CsvColumn("current_danger")] public required bool? CurrentDanger { get; init; }

    [CsvColumn("people_involved")] public required int? PeopleInvolved { get; init; }

    [CsvColumn("weapons")] public required bool? Weapons { get; init; }

    [CsvColumn("recommended_department")] public required string? RecommendedDepartment { get; init; }

    [CsvColumn("summary")] public required string? Summary { get; init; }

    [CsvColumn("transcript")] public required string? Transcript { get; init; }

    [CsvColumn("language")] public required string? Language { get; init; }

    [CsvColumn("needs_human")] public required bool NeedsHuman { get; init; }

    [CsvColumn("answered_at")] public required string? AnsweredAt { get; init; }

    [CsvColumn("ended_at")] public required string? EndedAt { get; init; }

    [CsvColumn("duration_ms")] public required long? DurationMs { get; init; }

    [CsvColumn("acknowledged_by")] public required string? AcknowledgedBy { get; init; }

    [CsvColumn("acknowledged_at")] public required string? AcknowledgedAt { get; init; }

    [CsvColumn("disposition")] public required string? Disposition { get; init; }

    [CsvColumn("outcome")] public required string? Outcome { get; init; }

    [CsvColumn("is_test")] public required bool IsTest { get; init; }

    [CsvColumn("channel")] public required string? Channel { get; init; }

    [CsvColumn("unique_id")] public required string? UniqueId { get; init; }

    [CsvColumn("audio_path")] public required string? AudioPath { get; init; }

    public static CallCsvRow From(CallListItem call, TimeZoneInfo zone) => new()
    {
        Id = call.Id.ToString(),
        Timestamp = Time(call.StartedAt, zone)!,
        CallerId = CsvCell.Phone(call.CallerId),
        Status = call.Status.Code(),
        Urgency = call.Urgency.Code(),
        Category = CsvCell.Text(call.Category),
        Address = CsvCell.Text(call.Address),
        CurrentDanger = call.CurrentDanger,
        PeopleInvolved = call.PeopleInvolved,
        Weapons = call.Weapons,
        RecommendedDepartment = CsvCell.Text(call.RecommendedDepartment),
        Summary = CsvCell.Text(call.Summary),
        Transcript = CsvCell.Text(call.Transcript),
        Language = CsvCell.Text(call.Language),
        NeedsHuman = call.NeedsHuman,
        AnsweredAt = Time(call.AnsweredAt, zone),
        EndedAt = Time(call.EndedAt, zone),
        DurationMs = (long?)call.Duration?.TotalMilliseconds,
        AcknowledgedBy = CsvCell.Text(call.AcknowledgedBy),
        AcknowledgedAt = Time(call.AcknowledgedAt, zone),
        Disposition = call.Disposition?.Code(),
        Outcome = CsvCell.Text(call.Outcome),
        IsTest = call.IsTest,
        Channel = CsvCell.Text(call.Channel),
        UniqueId = CsvCell.Text(call.UniqueId),
        AudioPath = CsvCell.Text(call.AudioPath),
    };

    private static string? Time(DateTimeOffset? at, TimeZoneInfo zone) =>
        at is { } time ? TimeZoneInfo.ConvertTime(time, zone).ToString(TimeFormat, CultureInfo.InvariantCulture) : null;
}

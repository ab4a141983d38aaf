using System.Text.Json;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;

namespace CallIntake.Engine.Data;

/// <summary>
/// Between a call and its row with events. What the row has no column for is rebuilt from events: every event whose data hold a
/// <c>turn</c> adds that <see cref="CallTurn"/>, a <c>correction</c> adds that <see cref="Correction"/> (the last for each field), stage
/// <c>hung_up</c> sets <see cref="Call.HungUp"/>. Static and pure.
/// </summary>
internal static class CallMapping
{
    private const string Turn = "turn";
    private const string CorrectionProperty = "correction";

    /// <summary>Times are stored to the microsecond, which is what PostgreSQL keeps.</summary>
    public static DateTimeOffset Microseconds(DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    public static CallRow ToRow(Call call)
    {
        var record = call.Effective;
        return new CallRow
        {
            Id = call.Id,
            Timestamp = Microseconds(call.StartedAt),
            CallerId = StorageText.Clean(call.CallerId),
            AudioPath = StorageText.CleanOrNull(call.AudioPath),
            Transcript = StorageText.Clean(call.Transcript),
            AiJson = call.Record is null ? null : StorageText.Clean(TriageJson.Serialize(call.Record)),
            Status = call.Status.Code(),
            Urgency = call.Urgency.Code(),
            Category = StorageText.CleanOrNull(record?.Category),
            Address = StorageText.CleanOrNull(record?.Address),
            CurrentDanger = record?.CurrentDanger,
            PeopleInvolved = record?.PeopleInvolved,
            Weapons = record?.Weapons,
            RecommendedDepartment = StorageText.CleanOrNull(record?.RecommendedDepartment),
            Departments = DepartmentSet.Of(record),
            Summary = StorageText.CleanOrNull(record?.Summary),
            Language = StorageText.CleanOrNull(record?.Language),
            NeedsHuman = record?.NeedsHuman ?? false,
            Channel = StorageText.CleanOrNull(call.Channel),
            UniqueId = StorageText.CleanOrNull(call.UniqueId),
            AnsweredAt = call.AnsweredAt is { } answered ? Microseconds(answered) : null,
            EndedAt = call.EndedAt is { } ended ? Microseconds(ended) : null,
            DurationMs = call.Duration is { } duration ? (long)duration.TotalMilliseconds : null,
            Version = call.Version,
            IsTest = call.IsTest,
            AcknowledgedBy = StorageText.CleanOrNull(call.AcknowledgedBy),
            AcknowledgedAt = call.AcknowledgedAt is { } acknowledged ? Microseconds(acknowledged) : null,
            Disposition = call.Disposition?.Code(),
            Outcome = StorageText.CleanOrNull(call.Outcome),
        };
    }

    /// <param name="row">The call's row.</param>
    /// <param name="events">Its events, oldest first.</param>
    public static Call ToCall(CallRow row, IEnumerable<CallEvent> events)
    {
        var status = CallCodes.TryParseStatus(row.Status, out var known) ? known : CallStatus.New;
        var history = CallHistoryOfEvents.Read(events);
        return new Call
        {
            Id = row.Id,
            StartedAt = row.Timestamp,
            CallerId = row.CallerId,
            AudioPath = row.AudioPath,
            Turns = [.. history.Turns.OrderBy(turn => turn.At)],
            Record = TriageJson.Deserialize(row.AiJson),
            Corrections = history.Corrections,
            Status = status,
            Activity = status == CallStatus.InProgress ? CallActivity.Arrived : CallActivity.Ended,
            Channel = row.Channel,
            UniqueId = row.UniqueId,
            AnsweredAt = row.AnsweredAt,
            EndedAt = row.EndedAt,
            Outcome = row.Outcome,
            HungUp = history.HungUp,
            IsTest = row.IsTest,
            AcknowledgedBy = row.AcknowledgedBy,
            AcknowledgedAt = row.AcknowledgedAt,
            Disposition = CallCodes.TryParseDisposition(row.Disposition, out var disposition) ? disposition : null,
            Version = row.Version,
        };
    }

    public static CallEventRow ToRow(CallEvent callEvent) => new()
    {
        Id = callEvent.Id,
        CallId = callEvent.CallId,
        Timestamp = Microseconds(callEvent.Timestamp),
        CallerId = StorageText.Clean(callEvent.CallerId),
        Stage = StorageText.Clean(callEvent.Stage),
        Data = Json(callEvent.Data),
    };

    public static CallEvent ToEvent(CallEventRow row) => new(row.Id, row.CallId, row.Timestamp, row.CallerId, row.Stage, row.Data);

    /// <summary>The text as it is where it is JSON, else as a JSON string in an object: a badly made event must not block the call's row.</summary>
    private static string Json(string data)
    {
        var clean = StorageText.Clean(data);
        try
        {
            using var document = JsonDocument.Parse(clean);
            return clean;
        }
        catch (JsonException)
        {
            return JsonSerializer.Serialize(new { text = clean }, TriageJson.Compact);
        }
    }

    private sealed record CallHistoryOfEvents(IReadOnlyList<CallTurn> Turns, IReadOnlyList<Correction> Corrections, bool HungUp)
    {
        public static CallHistoryOfEvents Read(IEnumerable<CallEvent> events)
        {
            List<CallTurn> turns = [];
            List<Correction> corrections = [];
            var hungUp = false;
            foreach (var callEvent in events)
            {
                hungUp |= callEvent.Stage == CallStages.HungUp;
                if (Part<CallTurn>(callEvent.Data, Turn) is { } turn)
                {
                    turns.Add(turn);
                }

                if (Part<Correction>(callEvent.Data, CorrectionProperty) is { } correction)
                {
                    corrections.RemoveAll(other => other.Field == correction.Field);
                    corrections.Add(correction);
                }
            }

            return new CallHistoryOfEvents(turns, corrections, hungUp);
        }

        private static T? Part<T>(string data, string property)
            where T : class
        {
            try
            {
                using var document = JsonDocument.Parse(data);
                return document.RootElement.ValueKind == JsonValueKind.Object
                    && document.RootElement.TryGetProperty(property, out var part)
                    && part.ValueKind == JsonValueKind.Object
                        ? part.Deserialize<T>(TriageJson.Compact)
                        : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}

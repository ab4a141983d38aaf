using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;

namespace CallIntake.Tests.Data;

/// <summary>Calls for storage tests.</summary>
public static class SampleCalls
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 7, 0, 0, TimeSpan.Zero);

    public static Call Arrived(DateTimeOffset? at = null, string callerId = "+77011234567", bool isTest = false)
    {
        var started = at ?? Noon;
        return new Call { Id = Guid.CreateVersion7(started), StartedAt = started, CallerId = callerId, Channel = "PJSIP/1", UniqueId = "1.1", IsTest = isTest };
    }

    public static CallEvent Received(Call call) => CallEvent.Create(call, CallStages.Received, call.StartedAt);

    public static TriageRecord Record(
        Urgency urgency = Urgency.Medium, string category = "theft", string? address = "улица Сатпаева, 90", string summary = "Украли велосипед.", string language = "ru") => new()
        {
            Urgency = urgency,
            Category = category,
            Address = address,
            Summary = summary,
            Language = language,
            PeopleInvolved = 2,
            RecommendedDepartment = Departments.Police,
            Signals = [new TriageSignal("violence_now", "бьёт", 0, 3, 7)],
        };

    public static CallTurn Said(string text, int index = 0) => new(Speaker.Caller, index, text, 1.5, "ru", 0.8, [new("слово", 0.1, 0.4, 0.9)]);

    /// <summary>Adds a turn of the caller as the call session does.</summary>
    public static Task<RecordedCall> SayAsync(this ICallRecorder recorder, Guid callId, string text, int index = 0)
    {
        var turn = Said(text, index);
        return recorder.RecordAsync(
            callId,
            call => call with { Turns = [.. call.Turns, turn], Activity = CallActivity.Recognizing },
            call => CallEvent.Create(call, CallStages.Transcribed, call.StartedAt.AddSeconds(index + 1), new { turn }));
    }

    public static Task<RecordedCall> JudgeAsync(this ICallRecorder recorder, Guid callId, TriageRecord record) => recorder.RecordAsync(
        callId, call => call with { Record = record }, call => CallEvent.Create(call, CallStages.Triaged, call.StartedAt.AddSeconds(5), new { record }));

    public static Task<RecordedCall> AcknowledgeAsync(this ICallRecorder recorder, Guid callId, string by = "aigerim") => recorder.RecordAsync(
        callId,
        call => call with { AcknowledgedBy = by, AcknowledgedAt = call.StartedAt.AddSeconds(9) },
        call => CallEvent.Create(call, CallStages.Acknowledged, call.StartedAt.AddSeconds(9), new { by }));

    public static Task<RecordedCall> EndAsync(this ICallRecorder recorder, Guid callId, CallStatus status = CallStatus.New) => recorder.RecordAsync(
        callId,
        call => call with { Status = status, EndedAt = call.StartedAt.AddSeconds(42), Activity = CallActivity.Ended, Outcome = "closed" },
        call => CallEvent.Create(call, CallStages.Closed, call.StartedAt.AddSeconds(42)));
}

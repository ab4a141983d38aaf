using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using Microsoft.Extensions.DependencyInjection;

namespace CallIntake.Tests.Support;

/// <summary>Puts calls into a running host the way a call itself does: through the recorder.</summary>
internal static class StoredCalls
{
    /// <summary>A call that ended a while ago.</summary>
    public static Call Sample(DateTimeOffset at, string text = "Соседи сверху громко слушают музыку, улица Мынбаева, 115", Urgency urgency = Urgency.Low, string category = "noise") => new()
    {
        Id = Guid.CreateVersion7(at),
        StartedAt = at,
        CallerId = "+77015551234",
        Turns = [new CallTurn(Speaker.Caller, 0, text, 3.2, "ru", 0.9)],
        Record = new TriageRecord
        {
            Urgency = urgency,
            Category = category,
            Address = "улица Мынбаева, 115",
            RecommendedDepartment = Departments.Police,
            Summary = text,
            Language = "ru",
            NeedsHuman = urgency >= Urgency.High,
            NeedsHumanReasons = urgency >= Urgency.High ? [HumanReasons.Urgent] : [],
        },
        Status = CallStatus.New,
        Activity = CallActivity.Ended,
        EndedAt = at.AddSeconds(42),
        Outcome = "closed",
    };

    /// <summary>Stores a call and returns it as the host has it.</summary>
    public static async Task<Call> StoreAsync(this HostFixture host, Call call)
    {
        var recorder = host.Services.GetRequiredService<ICallRecorder>();
        var first = call with { Turns = [], Record = null, Status = CallStatus.InProgress, Activity = CallActivity.Arrived, EndedAt = null, Outcome = null };
        var opened = await recorder.OpenAsync(first, CallEvent.Create(first, CallStages.Received, call.StartedAt));
        Assert.True(opened.Saved, "The database did not take the call.");
        var recorded = await recorder.RecordAsync(call.Id, now => call with { Version = now.Version }, now => CallEvent.Create(now, CallStages.Closed, call.EndedAt ?? call.StartedAt));
        Assert.True(recorded.Saved, "The database did not take the change.");
        return recorded.Call;
    }
}

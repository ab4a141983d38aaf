using System.Text.Json;
using CallIntake.Engine.Triage;

namespace CallIntake.Engine.Calls;

/// <summary>One step of a call; written once and never changed.</summary>
/// <param name="Id">UUID version 7.</param>
/// <param name="CallId">The call.</param>
/// <param name="Timestamp">When, UTC.</param>
/// <param name="CallerId">The caller's number, as on the row.</param>
/// <param name="Stage">One of <see cref="CallStages"/>.</param>
/// <param name="Data">JSON object with what the stage needs.</param>
public sealed record CallEvent(Guid Id, Guid CallId, DateTimeOffset Timestamp, string CallerId, string Stage, string Data)
{
    /// <summary>Makes an event of a call; <paramref name="data"/> is written as JSON in snake_case.</summary>
    public static CallEvent Create(Call call, string stage, DateTimeOffset at, object? data = null) => new(
        Guid.CreateVersion7(at),
        call.Id,
        at,
        call.CallerId,
        stage,
        data is null ? "{}" : JsonSerializer.Serialize(data, data.GetType(), TriageJson.Compact));
}

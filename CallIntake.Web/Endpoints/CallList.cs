using System.Text.Json;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using CallIntake.Web.Hubs;

namespace CallIntake.Web.Endpoints;

/// <summary>Answer of <c>/api/calls</c>.</summary>
/// <param name="Items">The calls, newest first.</param>
/// <param name="Next">Value of <c>after</c> for the calls that follow; null at the end.</param>
internal sealed record CallList(IReadOnlyList<CallCard> Items, string? Next);

/// <summary>Answer of <c>/api/calls/{id}</c>.</summary>
/// <param name="Card">What the board shows.</param>
/// <param name="Record">The machine's own judgement; null while there is none.</param>
/// <param name="Turns">The conversation.</param>
/// <param name="Corrections">The operators' values.</param>
/// <param name="Channel">Name of the exchange's channel.</param>
/// <param name="UniqueId">The exchange's unique id.</param>
/// <param name="AnsweredAt">When the machine answered, UTC.</param>
/// <param name="AudioPath">The recording, relative to the recordings' folder; null where there is none.</param>
internal sealed record CallDetails(
    CallCard Card,
    TriageRecord? Record,
    IReadOnlyList<CallTurn> Turns,
    IReadOnlyList<Correction> Corrections,
    string? Channel,
    string? UniqueId,
    DateTimeOffset? AnsweredAt,
    string? AudioPath)
{
    /// <summary>The details of a call.</summary>
    public static CallDetails From(Call call) =>
        new(CallCard.From(call), call.Record, call.Turns, call.Corrections, call.Channel, call.UniqueId, call.AnsweredAt, call.AudioPath);
}

/// <summary>Answer of <c>/api/calls/{id}/events</c>.</summary>
/// <param name="Items">The steps, oldest first.</param>
internal sealed record CallEvents(IReadOnlyList<CallStep> Items);

/// <summary>One step of a call.</summary>
/// <param name="Id">UUID version 7.</param>
/// <param name="Timestamp">When, UTC.</param>
/// <param name="Stage">received, greeting, recorded, transcribed, triaged, replied, closed …</param>
/// <param name="Data">What belongs to the stage.</param>
internal sealed record CallStep(Guid Id, DateTimeOffset Timestamp, string Stage, JsonElement Data);

using System.Text.Json;

namespace CallIntake.Tests.Asterisk;

/// <summary>Reads a call of the REST interface: what the card shows, then what stands beside it.</summary>
internal static class CallJson
{
    public static string Id(this JsonDocument call) => call.Text("id")!;

    public static string? Text(this JsonDocument call, string name) => call.RootElement.Text(name);

    public static string? Text(this JsonElement call, string name) =>
        call.Field(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static bool Flag(this JsonDocument call, string name) => call.RootElement.Field(name).GetBoolean();

    public static bool HasEnded(this JsonElement call) => call.Text("ended_at") is not null;

    public static int CallerTurns(this JsonElement call) =>
        call.GetProperty("turns").EnumerateArray().Count(turn => turn.Text("speaker") == "caller");

    public static IReadOnlyList<string> Reasons(this JsonDocument call) =>
        [.. call.RootElement.Field("needs_human_reasons").EnumerateArray().Select(reason => reason.GetString()!)];

    private static JsonElement Field(this JsonElement call, string name) =>
        call.TryGetProperty("card", out var card) && card.TryGetProperty(name, out var shown) ? shown : call.GetProperty(name);
}

using System.Text.Json;

namespace CallIntake.Tests.Asterisk;

/// <summary>Reads a call of the REST interface.</summary>
internal static class CallJson
{
    public static string Id(this JsonDocument call) => call.RootElement.Text("id")!;

    public static string? Text(this JsonDocument call, string name) => call.RootElement.Text(name);

    public static string? Text(this JsonElement call, string name) =>
        call.GetProperty(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static bool HasEnded(this JsonElement call) => call.Text("ended_at") is not null;

    public static IReadOnlyList<string> Reasons(this JsonDocument call) =>
        [.. call.RootElement.GetProperty("record").GetProperty("needs_human_reasons").EnumerateArray().Select(reason => reason.GetString()!)];
}

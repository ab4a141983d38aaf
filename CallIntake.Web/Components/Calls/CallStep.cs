using System.Text.Json;
using CallIntake.Engine.Calls;

namespace CallIntake.Web.Components.Calls;

/// <summary>An event as the console shows it.</summary>
/// <param name="Event">The event.</param>
/// <param name="Took">For the machine's steps: the time since the step before; null for the first and for what people did.</param>
/// <param name="By">Who did it; null for the machine.</param>
/// <param name="Text">The text of a note; null for none.</param>
public sealed record CallStep(CallEvent Event, TimeSpan? Took, string? By, string? Text)
{
    /// <summary>The steps of a call.</summary>
    public static IReadOnlyList<CallStep> Of(IReadOnlyList<CallEvent> events)
    {
        var steps = new List<CallStep>(events.Count);
        DateTimeOffset? before = null;
        foreach (var item in events)
        {
            var (by, text) = Read(item.Data);
            var took = by is null && before is { } start ? item.Timestamp - start : (TimeSpan?)null;
            steps.Add(new CallStep(item, took, by, text));
            before = by is null ? item.Timestamp : before;
        }

        return steps;
    }

    private static (string? By, string? Text) Read(string data)
    {
        try
        {
            using var json = JsonDocument.Parse(data);
            return (StringOf(json.RootElement, "user"), StringOf(json.RootElement, "note"));
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string? StringOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}

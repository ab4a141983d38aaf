using System.Globalization;
using System.Text.Json;

namespace CallIntake.Engine.Speech.Http;

/// <summary>Reads answers whose fields may be missing or of another kind. Pure.</summary>
internal static class JsonReading
{
    /// <summary>A text; null where there is none.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A number; null where there is none.</summary>
    public static double? Number(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    /// <summary>Seconds written as "1.300s"; 0 where there are none.</summary>
    public static double Seconds(this JsonElement element, string name) =>
        double.TryParse(element.Text(name)?.TrimEnd('s'), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    /// <summary>The elements of a list; none where there is no list.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
}

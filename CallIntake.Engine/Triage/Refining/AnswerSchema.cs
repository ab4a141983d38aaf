using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace CallIntake.Engine.Triage.Refining;

/// <summary>The JSON schema of an answer: closed enums, every property required, no pattern (some servers drop a schema with one).</summary>
internal static class AnswerSchema
{
    private const string Name = "triage";
    private static readonly JsonElement Schema = JsonSerializer.SerializeToElement(Build());

    /// <summary>How the service is asked to answer; null where only the prompt asks.</summary>
    public static ChatResponseFormat? Format(AnswerFormat format) => format switch
    {
        AnswerFormat.JsonSchema => ChatResponseFormat.ForJsonSchema(Schema, Name, "The judgement of a call"),
        AnswerFormat.JsonObject => ChatResponseFormat.Json,
        _ => null,
    };

    private static JsonObject Build()
    {
        var properties = new JsonObject
        {
            ["urgency"] = Enum(Urgencies.All.Select(info => info.Code)),
            ["category"] = Enum(Categories.All.Where(code => code != Categories.AbandonedCall)),
            ["address"] = Type("string", "null"),
            ["current_danger"] = Type("boolean"),
            ["people_involved"] = Type("integer", "null"),
            ["weapons"] = Type("boolean"),
            ["recommended_department"] = new JsonObject { ["anyOf"] = new JsonArray(Enum(Departments.All), Type("null")) },
            ["summary"] = Type("string"),
            ["also_notify"] = new JsonObject { ["type"] = "array", ["items"] = Enum(Departments.All) },
        };
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. properties.Select(property => (JsonNode)property.Key)]),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Enum(IEnumerable<string> values) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };

    private static JsonObject Type(params string[] names) => new()
    {
        ["type"] = names.Length == 1 ? names[0] : new JsonArray([.. names.Select(name => (JsonNode)name)]),
    };
}

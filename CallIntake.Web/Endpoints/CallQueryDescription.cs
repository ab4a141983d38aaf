using System.Text.Json.Nodes;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Engine.Triage;
using Microsoft.OpenApi;

namespace CallIntake.Web.Endpoints;

/// <summary>Describes the filter's parameters in the OpenAPI document: the routes read them themselves, so that every mistake is named.</summary>
internal static class CallQueryDescription
{
    /// <summary>Adds the parameters to an operation.</summary>
    public static Task DescribeAsync(OpenApiOperation operation, bool withPaging)
    {
        operation.Parameters ??= [];
        foreach (var parameter in Filter().Concat(withPaging ? Paging() : [Separator()]))
        {
            operation.Parameters.Add(parameter);
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<OpenApiParameter> Filter() =>
    [
        Many("urgency", "Urgencies.", Urgencies.All.Select(info => info.Code)),
        Many("category", "Categories.", Categories.All),
        Many("status", "Statuses.", Enum.GetValues<CallStatus>().Select(status => status.Code())),
        Many("department", "Departments, sent or only told.", Departments.All),
        Many("language", "Languages of the caller.", CallQuery.Languages),
        One("needs_human", "Only calls that need a human (true) or do not (false).", new OpenApiSchema { Type = JsonSchemaType.Boolean }),
        One("from", "First moment: a date, or a time; without a zone it is the centre's.", Text()),
        One("to", "End: a date (inclusive), or a time (exclusive).", Text()),
        One("q", "Words that all occur in what was said, the address, the summary or the number.", Text(CallQuery.LongestText)),
    ];

    private static IEnumerable<OpenApiParameter> Paging() =>
    [
        One("after", "next of the answer before.", Text()),
        One("limit", $"Most calls in the answer (standard {CallQuery.StandardLimit}).", new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Minimum = "1",
            Maximum = CallQuery.LargestLimit.ToString(System.Globalization.CultureInfo.InvariantCulture),
        }),
    ];

    private static OpenApiParameter Separator() => One("separator", "Character between the columns.", Enumeration([",", ";"]));

    private static OpenApiParameter Many(string name, string description, IEnumerable<string> values) =>
        One(name, description, new OpenApiSchema { Type = JsonSchemaType.Array, Items = Enumeration(values) });

    private static OpenApiParameter One(string name, string description, OpenApiSchema schema) =>
        new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema };

    private static OpenApiSchema Enumeration(IEnumerable<string> values) =>
        new() { Type = JsonSchemaType.String, Enum = [.. values.Select(value => (JsonNode)JsonValue.Create(value))] };

    private static OpenApiSchema Text(int? longest = null) => new() { Type = JsonSchemaType.String, MaxLength = longest };
}

using CallIntake.Engine.Triage;
using CallIntake.Web.Hosting;
using CallIntake.Web.Identity;
using Scalar.AspNetCore;

namespace CallIntake.Web.Endpoints;

/// <summary>The REST surface under <c>/api</c> and its description.</summary>
internal static class ApiEndpoints
{
    /// <summary>Address of the description.</summary>
    public const string DescriptionPath = "/openapi/v1.json";

    /// <summary>Registers what the routes need.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            var json = TriageJson.Compact;
            options.SerializerOptions.PropertyNamingPolicy = json.PropertyNamingPolicy;
            options.SerializerOptions.DictionaryKeyPolicy = null;
            options.SerializerOptions.Encoder = json.Encoder;
            options.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
            foreach (var converter in json.Converters)
            {
                options.SerializerOptions.Converters.Add(converter);
            }
        });
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "CallIntake";
            document.Info.Description = "Calls to 102 as the machine took them. Every route needs the sign-in cookie of the console; errors are problem details (RFC 9457).";
            return Task.CompletedTask;
        }));
        return services;
    }

    /// <summary>Maps the routes.</summary>
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").RequireAuthorization().ProducesProblem(StatusCodes.Status401Unauthorized);

        api.MapCalls();
        api.MapRecording();
        api.MapExport().RequireAuthorization(Policies.Export);
        api.MapTriage();
        app.MapOpenApi().RequireAuthorization();
        app.MapScalarApiReference("/scalar", options => options.WithOpenApiRoutePattern(DescriptionPath).DisableDefaultFonts()).RequireAuthorization();
    }
}

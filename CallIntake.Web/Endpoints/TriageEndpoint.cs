using System.Text;
using System.Text.Json;
using CallIntake.Engine.Triage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CallIntake.Web.Endpoints;

/// <summary>
/// <c>POST /api/triage</c>: judges a text as if a caller had said it and stores nothing. The text comes as <c>text/plain</c> or as
/// <c>{"text": "…"}</c>.
/// </summary>
internal static class TriageEndpoint
{
    /// <summary>Longest text, characters: more than anybody says in one call.</summary>
    public const int LongestText = 20_000;

    private const int LargestBody = 128 * 1024;

    /// <summary>Maps the route.</summary>
    public static void MapTriage(this IEndpointRouteBuilder app)
    {
        MapPost(app);

        // A checkout also serves files by a route for every GET; it would turn the wrong method into "not found".
        app.MapMethods("/triage", [HttpMethods.Get, HttpMethods.Head], (HttpContext context) =>
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            return TypedResults.StatusCode(StatusCodes.Status405MethodNotAllowed);
        }).WithOrder(1).ExcludeFromDescription();
    }

    private static void MapPost(IEndpointRouteBuilder app) => app
        .MapPost("/triage", TriageAsync)
        .WithMetadata(new RequestSizeLimit(LargestBody))
        .Accepts<TriageRequest>("application/json", "text/plain")
        .Produces<TriageRecord>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .WithName("triage")
        .WithSummary("Judges a text as if a caller had said it.")
        .WithDescription("Stores nothing. A configured language model refines the record; without one, or when it fails, the embedded judgement answers.");

    private static async Task<IResult> TriageAsync(HttpContext context, ITriage triage, [FromServices] ITriageRefiner? refiner)
    {
        var (text, problem) = await ReadAsync(context.Request, context.RequestAborted);
        if (problem is not null)
        {
            return problem;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Errors.BadParameter("text", "it is empty.");
        }

        if (text.Length > LongestText)
        {
            return Errors.BadParameter("text", $"it has {text.Length} characters; {LongestText} are the most.");
        }

        var input = TriageInput.FromText(text);
        var record = triage.Assess(input);
        return Json(refiner is null ? record : await refiner.RefineAsync(input, record, context.RequestAborted));
    }

    private static async Task<(string? Text, IResult? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HasJsonContentType())
        {
            try
            {
                var body = await request.ReadFromJsonAsync<TriageRequest>(TriageJson.Compact, cancellationToken);
                return (body?.Text, null);
            }
            catch (JsonException exception)
            {
                return (null, Errors.BadParameter("body", $"it is no JSON object with a text: {exception.Message}"));
            }
        }

        if (request.ContentType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) != true)
        {
            return (null, TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType));
        }

        try
        {
            using var reader = new StreamReader(request.Body, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
            return (await reader.ReadToEndAsync(cancellationToken), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, Errors.BadParameter("body", "it is not UTF-8."));
        }
    }

    private static JsonHttpResult<TriageRecord> Json(TriageRecord record) => TypedResults.Json(record, TriageJson.Compact);
}

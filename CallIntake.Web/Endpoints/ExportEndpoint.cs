using CallIntake.Engine.Export;
using CallIntake.Web.Hosting;
using Microsoft.Net.Http.Headers;

namespace CallIntake.Web.Endpoints;

/// <summary><c>GET /api/calls.csv</c>: exactly the calls of the filter, streamed as they are read.</summary>
internal static class ExportEndpoint
{
    /// <summary>Maps the route.</summary>
    public static RouteHandlerBuilder MapExport(this IEndpointRouteBuilder app) => app
        .MapGet("/calls.csv", WriteAsync)
        .Produces(StatusCodes.Status200OK, contentType: "text/csv")
        .ProducesValidationProblem()
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .WithName("calls_csv")
        .WithSummary("Calls as CSV, newest first, filtered as on the console.")
        .WithDescription("For supervisors, administrators and auditors. UTF-8 with a byte order mark; formulas are made harmless; the file is named after the filter.")
        .AddOpenApiOperationTransformer((operation, _, _) => CallQueryDescription.DescribeAsync(operation, withPaging: false));

    private static async Task<IResult> WriteAsync(
        HttpContext context, CallCsvExport export, ConsoleZone zone, TimeProvider time, ILogger<CallCsvExport> logger)
    {
        var query = new QueryReader(context.Request.Query, zone.Zone);
        var filter = CallQuery.ReadFilter(query);
        var separator = query.Text("separator", longest: 10) ?? ",";
        if (separator is not ("," or ";"))
        {
            query.Bad("separator", $"'{separator}' is neither , nor ;.");
        }

        if (query.FindProblems() is { Count: > 0 } problems)
        {
            return Errors.BadParameters(problems);
        }

        Log.Exported(logger, context.User.Identity?.Name ?? string.Empty, string.Join(", ", context.Request.Query.Keys));
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(CallCsvName.Of(filter, zone.Zone, time.GetUtcNow()));
        context.Response.ContentType = CallCsvExport.ContentType;
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "no-store";
        await export.WriteAsync(context.Response.Body, filter, new CallCsvFormat(zone.Zone, separator[0]), progress: null, context.RequestAborted);
        return TypedResults.Empty;
    }
}

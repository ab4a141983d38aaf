using System.Text.Json;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Web.Hosting;
using CallIntake.Web.Hubs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallIntake.Web.Endpoints;

/// <summary>Reading calls: a list with the filters of the console, one call, its events.</summary>
internal static class CallsEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapCalls(this IEndpointRouteBuilder app)
    {
        app.MapGet("/calls", ListAsync)
            .WithName("calls")
            .WithSummary("Calls, newest first, filtered as on the console.")
            .WithDescription("Every parameter may be left out; urgency, category, status, department and language take several values, repeated or divided by commas. The answer's next is the after of the following one. An unknown parameter or value is an error that names it.")
            .ProducesValidationProblem()
            .AddOpenApiOperationTransformer((operation, _, _) => CallQueryDescription.DescribeAsync(operation, withPaging: true));
        app.MapGet("/calls/{id:guid}", FindAsync)
            .WithName("call")
            .WithSummary("One call in full.")
            .WithDescription("card is what the board shows; record is the machine's own judgement; corrections stand beside it.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        app.MapGet("/calls/{id:guid}/events", EventsAsync)
            .WithName("call_events")
            .WithSummary("Every step of a call, oldest first.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<CallList>, ValidationProblem>> ListAsync(HttpContext context, CallHistory history, ConsoleZone zone)
    {
        var query = new QueryReader(context.Request.Query, zone.Zone);
        var filter = CallQuery.ReadFilter(query);
        var after = CallQuery.ReadCursor(query);
        var limit = query.Number("limit", CallQuery.StandardLimit, 1, CallQuery.LargestLimit);
        if (query.FindProblems() is { Count: > 0 } problems)
        {
            return Errors.BadParameters(problems);
        }

        // One more than asked for tells whether there is a next page.
        var calls = await history.ListAsync(filter, after, limit + 1, context.RequestAborted);
        var page = calls.Take(limit).ToList();
        return TypedResults.Ok(new CallList([.. page.Select(CallCard.From)], calls.Count > limit ? new CallCursor(page[^1].StartedAt, page[^1].Id).ToString() : null));
    }

    private static async Task<Results<Ok<CallDetails>, ProblemHttpResult>> FindAsync(Guid id, CallHistory history, CancellationToken cancellationToken) =>
        await history.FindAsync(id, cancellationToken) is { } call ? TypedResults.Ok(CallDetails.From(call)) : Errors.NotFound("There is no such call.");

    private static async Task<Results<Ok<CallEvents>, ProblemHttpResult>> EventsAsync(Guid id, CallHistory history, CancellationToken cancellationToken)
    {
        if (await history.FindAsync(id, cancellationToken) is null)
        {
            return Errors.NotFound("There is no such call.");
        }

        var events = await history.EventsAsync(id, cancellationToken);
        return TypedResults.Ok(new CallEvents([.. events.Select(step => new CallStep(step.Id, step.Timestamp, step.Stage, Parse(step.Data)))]));
    }

    private static JsonElement Parse(string data)
    {
        try
        {
            return JsonElement.Parse(data);
        }
        catch (JsonException)
        {
            // Stored by another version or by hand: better as a text than not at all.
            return JsonSerializer.SerializeToElement(data);
        }
    }
}

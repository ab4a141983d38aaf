using CallIntake.Engine.Data;
using CallIntake.Web.Components.Account;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace CallIntake.Web.Endpoints;

/// <summary>One place for every answer that is an error: a page in the reader's language for a browser, problem details for a program.</summary>
internal static class Errors
{
    /// <summary>Paths that only programs ask for.</summary>
    private static readonly PathString[] ForPrograms = ["/api", "/hubs", "/openapi", "/metrics", "/health", "/_blazor", "/_framework"];

    /// <summary>Registers problem details.</summary>
    public static IServiceCollection AddErrors(this IServiceCollection services) => services.AddProblemDetails();

    /// <summary>Puts a body under every bare error status and under every exception that nobody caught.</summary>
    public static IApplicationBuilder UseErrors(this IApplicationBuilder app) => app
        .UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = StatusOf,
            ExceptionHandler = WriteAsync,
            SuppressDiagnosticsCallback = context => StatusOf(context.Exception) < StatusCodes.Status500InternalServerError,
        })
        .UseStatusCodePages(context => WriteAsync(context.HttpContext));

    /// <summary>Whether the answer is for a person in front of a browser.</summary>
    public static bool WantsPage(HttpRequest request) =>
        !Array.Exists(ForPrograms, prefix => request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase))
        && request.GetTypedHeaders().Accept.Any(accept => accept.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    /// <summary>A request with a parameter that is wrong; the problem names it.</summary>
    public static ValidationProblem BadParameter(string name, string message) =>
        BadParameters(new Dictionary<string, string[]>(StringComparer.Ordinal) { [name] = [message] });

    /// <summary>A request with several parameters that are wrong.</summary>
    public static ValidationProblem BadParameters(IReadOnlyDictionary<string, string[]> problems) => TypedResults.ValidationProblem(
        problems,
        title: "A parameter is wrong.",
        detail: string.Join(' ', problems.SelectMany(problem => problem.Value.Select(message => $"{problem.Key}: {message}"))));

    /// <summary>There is no such thing.</summary>
    public static ProblemHttpResult NotFound(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        TimeoutException => StatusCodes.Status503ServiceUnavailable,
        System.Data.Common.DbException or CallStorageException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static async Task WriteAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        if (WantsPage(context.Request))
        {
            await new RazorComponentResult<ErrorPage>(new { Status = status }) { StatusCode = status }.ExecuteAsync(context);
            return;
        }

        var problem = new ProblemDetails
        {
            Status = status,
            Title = ReasonPhrases.GetReasonPhrase(status),
            Detail = Explain(status, context.Features.Get<IExceptionHandlerFeature>()?.Error),
        };
        await TypedResults.Problem(problem).ExecuteAsync(context);
    }

    private static string? Explain(int status, Exception? exception) => status switch
    {
        StatusCodes.Status401Unauthorized => "Sign in first: this answers only with the sign-in cookie.",
        StatusCodes.Status403Forbidden => "Your role does not permit this.",
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take this method; see the Allow header.",
        StatusCodes.Status413PayloadTooLarge => "The request is too large.",
        StatusCodes.Status415UnsupportedMediaType => "This content type is not understood.",
        StatusCodes.Status503ServiceUnavailable => "The database does not answer. Nothing of a call is lost; try again in a moment.",
        < StatusCodes.Status500InternalServerError => exception?.Message,
        _ => "Something went wrong inside the host; its log says what.",
    };
}

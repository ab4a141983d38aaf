using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Engine.Hosting;
using CallIntake.Web.Live;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CallIntake.Web.Endpoints;

/// <summary><c>GET /api/calls/{id}/recording</c>: the mixed recording as WAV, whole or in ranges, also while the call goes on.</summary>
internal static class RecordingEndpoint
{
    /// <summary>Maps the route.</summary>
    public static RouteHandlerBuilder MapRecording(this IEndpointRouteBuilder app) => app
        .MapMethods("/calls/{id:guid}/recording", [HttpMethods.Get, HttpMethods.Head], GetAsync)
        .Produces(StatusCodes.Status200OK, contentType: "audio/wav")
        .Produces(StatusCodes.Status206PartialContent, contentType: "audio/wav")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .Produces(StatusCodes.Status416RangeNotSatisfiable)
        .WithName("call_recording")
        .WithSummary("The recording of a call (WAV, 8 kHz, 16 bit); ranges are answered.")
        .WithDescription("While the call goes on this is what has been recorded so far. Each playback is written into the call's events as listened.");

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> GetAsync(
        Guid id,
        HttpContext context,
        CallHistory history,
        PlaybackJournal playbacks,
        IOptions<RecordingsOptions> options,
        ContentPaths paths,
        ILogger<RecordingFile> logger)
    {
        if (await history.FindAsync(id, context.RequestAborted) is not { } call)
        {
            return Errors.NotFound("There is no such call.");
        }

        if (call.AudioPath is not { } stored)
        {
            return Errors.NotFound("The call has no recording.");
        }

        if (RecordingFile.Locate(paths.Resolve(options.Value.Path), stored) is not { } path)
        {
            Log.RecordingOutside(logger, id);
            return Errors.NotFound("The recording cannot be found.");
        }

        return await OpenAsync(id, path, context, playbacks);
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> OpenAsync(
        Guid id, string path, HttpContext context, PlaybackJournal playbacks)
    {
        RecordingFile recording;
        try
        {
            recording = await RecordingFile.OpenAsync(path, context.RequestAborted);
        }
        catch (IOException exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Errors.NotFound("The recording is not on the disk.");
        }

        try
        {
            if (HttpMethods.IsGet(context.Request.Method))
            {
                await playbacks.NoteAsync(id, context.User.Identity?.Name ?? string.Empty);
            }
        }
        catch
        {
            await recording.DisposeAsync();
            throw;
        }

        context.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Stream(
            recording,
            "audio/wav",
            lastModified: new DateTimeOffset(File.GetLastWriteTimeUtc(path)),
            entityTag: new EntityTagHeaderValue($"\"{recording.Length:x}-{File.GetLastWriteTimeUtc(path).Ticks:x}\""),
            enableRangeProcessing: true);
    }
}

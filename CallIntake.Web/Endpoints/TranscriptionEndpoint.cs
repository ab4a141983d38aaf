using System.Security.Cryptography;
using System.Text;
using CallIntake.Engine.Speech;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace CallIntake.Web.Endpoints;

/// <summary>
/// <c>POST /v1/audio/transcriptions</c>, as OpenAI's clients speak it: another engine, or any such client, has its hearing done here. Off
/// unless <c>Speech:Serving:Enabled</c>; the key is <c>Speech:Serving:Key</c>. Uploads are deleted when they were heard.
/// </summary>
internal static class TranscriptionEndpoint
{
    private const int LargestFields = 64 * 1024;
    private static readonly string[] Formats = ["json", "text", "verbose_json"];

    /// <summary>Maps the route where it is configured.</summary>
    public static void MapTranscription(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetRequiredService<IOptions<TranscriptionServingOptions>>().Value is { Enabled: true } options)
        {
            app.MapPost("/v1/audio/transcriptions", (HttpContext context, ITranscriber transcriber) => AnswerAsync(context, transcriber, options))
                .AllowAnonymous()
                .DisableAntiforgery()
                .ExcludeFromDescription()
                .WithMetadata(new RequestSizeLimit(options.MaximumBytes + LargestFields));
        }
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, ITranscriber transcriber, TranscriptionServingOptions options)
    {
        if (!HasKey(context.Request, options.Key))
        {
            return Error(StatusCodes.Status401Unauthorized, "invalid_api_key", "The key is wrong or missing.");
        }

        if (!context.Request.HasFormContentType)
        {
            return Error(StatusCodes.Status400BadRequest, "invalid_request", "The request is no multipart form.");
        }

        try
        {
            var form = await context.Request.ReadFormAsync(
                new FormOptions { MultipartBodyLengthLimit = options.MaximumBytes + LargestFields, ValueLengthLimit = LargestFields }, context.RequestAborted);
            if (form["response_format"].ToString() is { Length: > 0 } format && !Formats.Contains(format, StringComparer.Ordinal))
            {
                return Error(StatusCodes.Status400BadRequest, "invalid_request", $"response_format '{format}' is not served, only {string.Join(", ", Formats)}.");
            }

            return form.Files.GetFile("file") is { } file
                ? await HearAsync(file, form, transcriber, context.RequestAborted)
                : Error(StatusCodes.Status400BadRequest, "invalid_request", "There is no file in the form.");
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            return Error(StatusCodes.Status400BadRequest, "invalid_request", "The form cannot be read or is too large.");
        }
    }

    private static async Task<IResult> HearAsync(IFormFile file, IFormCollection form, ITranscriber transcriber, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"callintake-{Guid.NewGuid():N}.wav");
        try
        {
            await using (var copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await file.CopyToAsync(copy, cancellationToken);
            }

            var language = form["language"].ToString() is "ru" or "kk" ? form["language"].ToString() : null;
            var heard = await transcriber.TranscribeAsync(path, new RecognitionRequest(language), cancellationToken);
            return Answer(heard, form["response_format"].ToString());
        }
        catch (SpeechException exception)
        {
            // What is wrong with an upload is the client's business, where it lay here is not.
            var message = exception.Message.Replace(path, "the file", StringComparison.Ordinal);
            return message.StartsWith("the file", StringComparison.Ordinal)
                ? Error(StatusCodes.Status400BadRequest, "invalid_audio", message)
                : Error(StatusCodes.Status503ServiceUnavailable, "recognition_failed", "No recogniser could hear it.");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static IResult Answer(Transcription heard, string format) => format switch
    {
        "text" => Results.Text(heard.Text + "\n"),
        "verbose_json" => Results.Json(new
        {
            task = "transcribe",
            language = heard.Recognition.Language switch { "ru" => "russian", "kk" => "kazakh", "mixed" => "mixed", _ => "unknown" },
            // Not of OpenAI's interface: the recogniser of another engine reads them, so that nonsense stays flagged.
            language_probability = heard.Recognition.LanguageProbability,
            understood = heard.Understood,
            duration = heard.Duration.TotalSeconds,
            text = heard.Text,
            words = heard.Recognition.Words.Select(word => new { word = word.Text, start = word.Start, end = word.End, probability = word.Confidence }),
            segments = heard.HasWords ? new[] { Segment(heard) } : [],
        }),
        _ => Results.Json(new { text = heard.Text }),
    };

    private static object Segment(Transcription heard) => new
    {
        id = 0,
        start = heard.Speech.Count > 0 ? heard.Speech[0].Start : 0,
        end = heard.Speech.Count > 0 ? heard.Speech[^1].End : heard.Duration.TotalSeconds,
        text = heard.Text,
        avg_logprob = Math.Log(Math.Max(1e-6, heard.Recognition.Confidence)),
        no_speech_prob = 0.0,
    };

    private static bool HasKey(HttpRequest request, string key)
    {
        var sent = request.Headers.Authorization.ToString();
        return CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(sent)), SHA256.HashData(Encoding.UTF8.GetBytes($"Bearer {key}")));
    }

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new { error = new { message, type = "invalid_request_error", code } }, statusCode: status);
}

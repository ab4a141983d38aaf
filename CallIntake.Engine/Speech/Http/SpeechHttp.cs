using System.Text.Json;
using CallIntake.Engine.Speech.Providers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CallIntake.Engine.Speech.Http;

/// <summary>
/// Requests to speech servers: one client, one deadline and one circuit breaker for each provider, so that calls do not wait for a server
/// that is known to be down or to hang. Neither keys nor what was said get into logs or errors.
/// </summary>
internal static class SpeechHttp
{
    private static readonly string[] SecretHeaders = ["Authorization", "X-Goog-Api-Key"];
    private static readonly HttpRequestOptionsKey<TimeSpan> Deadline = new("CallIntake.Speech.Deadline");

    /// <summary>Registers the client of a provider.</summary>
    public static IHttpClientBuilder AddSpeechHttp(this IServiceCollection services, string provider)
    {
        var client = services.AddHttpClient(provider, client =>
        {
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.MaxResponseContentBufferSize = WholeAnswer.MaximumBytes;
        });
        client.RedactLoggedHeaders(SecretHeaders);
        client.AddResilienceHandler(provider, (pipeline, context) => Protect(pipeline, provider, context.ServiceProvider));
        // Behind the deadline and the breaker: an answer that never ends is no answer.
        return client.AddHttpMessageHandler(() => new WholeAnswer());
    }

    // The deadline stands inside the breaker: a server that hangs has failed for it, a caller who hangs up has not.
    private static void Protect(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, string provider, IServiceProvider services)
    {
        var health = services.GetRequiredService<ProviderHealth>();
        pipeline.TimeProvider = services.GetRequiredService<TimeProvider>();
        pipeline
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = 3,
                // A single call asks a few times a minute only.
                SamplingDuration = TimeSpan.FromMinutes(2),
                // 15 s, 30 s, 1 min, then every 2 min: each trial costs a caller the deadline.
                BreakDurationGenerator = arguments => new(TimeSpan.FromSeconds(15 << Math.Min(arguments.HalfOpenAttempts, 3))),
                OnOpened = _ => Rest(health, provider, resting: true),
                OnClosed = _ => Rest(health, provider, resting: false),
            })
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = arguments => new(
                    arguments.Context.GetRequestMessage() is { } request && request.Options.TryGetValue(Deadline, out var deadline) ? deadline : Timeout.InfiniteTimeSpan),
            });
    }

    /// <summary>The body of a good answer.</summary>
    /// <exception cref="SpeechException">
    /// No connection, an error status, no whole answer in time, or the circuit is open; the message names provider and cause.
    /// </exception>
    public static async Task<byte[]> SendAsync(
        this HttpClient client, string provider, SpeechDeadline deadline, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.Set(Deadline, deadline.Value);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? body
                : throw new SpeechException($"{provider}: {(int)response.StatusCode} {response.ReasonPhrase}{Code(body)}");
        }
        catch (HttpRequestException exception)
        {
            throw new SpeechException($"{provider}: {exception.Message}", exception);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new SpeechException($"{provider}: no answer within {deadline.Value.TotalSeconds:0.#} s ({deadline.Key}).", exception);
        }
        catch (BrokenCircuitException exception)
        {
            throw new SpeechException($"{provider}: not asked, it failed repeatedly a moment ago.", exception);
        }
    }

    /// <summary>The body of a good answer as JSON.</summary>
    /// <exception cref="SpeechException">As above, or the answer is no JSON object.</exception>
    public static async Task<JsonElement> SendForJsonAsync(
        this HttpClient client, string provider, SpeechDeadline deadline, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await client.SendAsync(provider, deadline, request, cancellationToken);
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? json.RootElement.Clone()
                : throw new SpeechException($"{provider}: the answer is JSON but no object.");
        }
        catch (JsonException exception)
        {
            throw new SpeechException($"{provider}: the answer is no JSON.", exception);
        }
    }

    private static ValueTask Rest(ProviderHealth health, string provider, bool resting)
    {
        health.Rest(provider, resting);
        return ValueTask.CompletedTask;
    }

    // Servers put keys and texts into their messages; the code of an error holds neither.
    private static string Code(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                && (error.TryGetProperty("code", out var code) || error.TryGetProperty("status", out code)) && code.ValueKind == JsonValueKind.String
                ? $" ({code.GetString()})"
                : string.Empty;
        }
        catch (JsonException)
        {
            return string.Empty;
        }
    }
}

using System.Text.Json;
using CallIntake.Engine.Speech.Providers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;

namespace CallIntake.Engine.Speech.Http;

/// <summary>
/// Requests to speech servers: one client and one circuit breaker for each provider, so that calls do not wait for a server that is known
/// to be down. The deadline is the chain's. Neither keys nor what was said get into logs or errors.
/// </summary>
internal static class SpeechHttp
{
    // A minute of 48 kHz stereo; no answer of a speech server is larger.
    private const int MaximumAnswerBytes = 12 * 1024 * 1024;
    private static readonly string[] SecretHeaders = ["Authorization", "X-Goog-Api-Key"];

    /// <summary>Registers the client of a provider.</summary>
    public static void AddSpeechHttp(this IServiceCollection services, string provider) => services
        .AddHttpClient(provider, client =>
        {
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.MaxResponseContentBufferSize = MaximumAnswerBytes;
        })
        .RedactLoggedHeaders(SecretHeaders)
        .AddResilienceHandler(provider, (pipeline, context) => pipeline.AddCircuitBreaker(
            Breaker(provider, context.ServiceProvider.GetRequiredService<ProviderHealth>())));

    /// <summary>The body of a good answer.</summary>
    /// <exception cref="SpeechException">No connection, an error status, or the circuit is open; the message names provider and cause.</exception>
    public static async Task<byte[]> SendAsync(this HttpClient client, string provider, HttpRequestMessage request, CancellationToken cancellationToken)
    {
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
        catch (BrokenCircuitException exception)
        {
            throw new SpeechException($"{provider}: not asked, it failed repeatedly a moment ago.", exception);
        }
    }

    /// <summary>The body of a good answer as JSON.</summary>
    /// <exception cref="SpeechException">As above, or the answer is no JSON object.</exception>
    public static async Task<JsonElement> SendForJsonAsync(
        this HttpClient client, string provider, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await client.SendAsync(provider, request, cancellationToken);
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

    private static HttpCircuitBreakerStrategyOptions Breaker(string provider, ProviderHealth health) => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = 3,
        SamplingDuration = TimeSpan.FromSeconds(30),
        BreakDuration = TimeSpan.FromSeconds(15),
        OnOpened = _ => Rest(health, provider, resting: true),
        OnClosed = _ => Rest(health, provider, resting: false),
    };

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

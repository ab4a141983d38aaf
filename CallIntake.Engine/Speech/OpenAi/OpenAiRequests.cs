using System.Net.Http.Headers;
using CallIntake.Engine.Speech.Providers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.OpenAi;

/// <summary>Address and key of the server. Thread-safe.</summary>
internal sealed class OpenAiRequests(IOptions<OpenAiSpeechOptions> options, IConfiguration configuration)
{
    /// <summary>Whether a request has a chance: a key, or a server that is not OpenAI's own.</summary>
    public bool IsConfigured => Key.Length > 0 || !IsService(options.Value.Endpoint);

    private string Key => options.Value.Key is { Length: > 0 } key ? key : configuration["OPENAI_API_KEY"] ?? string.Empty;

    /// <summary>What recogniser and voice say of themselves.</summary>
    /// <param name="model">The model that is asked.</param>
    public ProviderCard Describe(string model) => new(
        $"{ProviderCard.Server(options.Value.Endpoint)} ({model})",
        IsService(options.Value.Endpoint) ? "OpenAI's terms of service; sound and words leave the house" : "that of the model behind the server",
        IsConfigured ? null : $"{OpenAiSpeechOptions.SectionName}:Key or OPENAI_API_KEY is not set.");

    /// <summary>Whether an address is that of OpenAI's own service.</summary>
    public static bool IsService(string endpoint) => endpoint.Contains("://api.openai.com", StringComparison.OrdinalIgnoreCase);

    /// <summary>A request to a path of the server, with the key.</summary>
    public HttpRequestMessage Post(string path, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, options.Value.Endpoint.TrimEnd('/') + path) { Content = content };
        if (Key.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        }

        return request;
    }
}

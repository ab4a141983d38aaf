using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using OpenAI;

namespace CallIntake.Engine.Triage.Refining;

/// <summary>What is known of each service: address, small model, key, kind of JSON. Static and pure.</summary>
internal static class LanguageModelServices
{
    private static readonly Uri DeepSeek = new("https://api.deepseek.com/v1");

    /// <summary>The environment variable that holds a service's key.</summary>
    public static string KeyVariable(LanguageModelBackend backend) => backend == LanguageModelBackend.DeepSeek ? "DEEPSEEK_API_KEY" : "OPENAI_API_KEY";

    /// <summary>The key; null where there is none.</summary>
    public static string? Key(LanguageModelOptions options, IConfiguration configuration)
    {
        var key = string.IsNullOrWhiteSpace(options.ApiKey) ? configuration[KeyVariable(options.Backend)] : options.ApiKey;
        return string.IsNullOrWhiteSpace(key) ? null : key;
    }

    /// <summary>The model's name.</summary>
    public static string Model(LanguageModelOptions options) => !string.IsNullOrWhiteSpace(options.Model) ? options.Model
        : options.Backend switch
        {
            LanguageModelBackend.DeepSeek => "deepseek-chat",
            LanguageModelBackend.OpenAI => "gpt-4.1-mini",
            _ => "default",
        };

    /// <summary>Backend and model, as in the record of a call.</summary>
    public static string Name(LanguageModelOptions options) => $"{options.Backend.ToString().ToLowerInvariant()}/{Model(options)}";

    /// <summary>The server's address without what may be secret in it.</summary>
    public static string Place(LanguageModelOptions options) =>
        Endpoint(options)?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) ?? "api.openai.com";

    /// <summary>Terms of a service.</summary>
    public static string Licence(LanguageModelBackend backend) => backend switch
    {
        LanguageModelBackend.OpenAI => "OpenAI's terms of service; words leave the house",
        LanguageModelBackend.DeepSeek => "DeepSeek's terms of service; words leave the house",
        _ => "that of the model behind the server",
    };

    /// <summary>The kind of JSON that the service keeps to.</summary>
    public static AnswerFormat Format(LanguageModelOptions options) => options.Format
        ?? (options.Backend == LanguageModelBackend.DeepSeek ? AnswerFormat.JsonObject : AnswerFormat.JsonSchema);

    /// <summary>A client without tries of its own: deadline and retry are the refiner's.</summary>
    public static IChatClient CreateClient(LanguageModelOptions options, IConfiguration configuration)
    {
        var settings = new OpenAIClientOptions
        {
            Endpoint = Endpoint(options),
            NetworkTimeout = TimeSpan.FromSeconds(options.DeadlineSeconds + 1),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        };
        var key = new ApiKeyCredential(Key(options, configuration) ?? "none");
        return new OpenAIClient(key, settings).GetChatClient(Model(options)).AsIChatClient();
    }

    private static Uri? Endpoint(LanguageModelOptions options) => options.Endpoint ?? (options.Backend == LanguageModelBackend.DeepSeek ? DeepSeek : null);
}

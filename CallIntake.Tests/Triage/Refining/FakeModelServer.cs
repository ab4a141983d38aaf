using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CallIntake.Tests.Triage.Refining;

/// <summary>A chat completion service on a loopback port that answers as it is told; the last reply repeats.</summary>
internal sealed class FakeModelServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _replies = new();
    private readonly WebApplication _app;
    private Func<HttpContext, Task> _last = _ => Task.CompletedTask;

    private FakeModelServer(WebApplication app) => _app = app;

    public List<JsonNode> Requests { get; } = [];

    public string Endpoint => _app.Urls.First() + "/v1";

    public static async Task<FakeModelServer> StartAsync(params Func<HttpContext, Task>[] replies)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FakeModelServer(builder.Build());
        foreach (var reply in replies)
        {
            server._replies.Enqueue(reply);
        }

        server._app.MapPost("/v1/chat/completions", server.AnswerAsync);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>A completion as OpenAI and DeepSeek document it.</summary>
    public static Func<HttpContext, Task> Says(string? content, string finish = "stop", string? refusal = null) => context =>
        context.Response.WriteAsJsonAsync(new JsonObject
        {
            ["id"] = "chatcmpl-1",
            ["object"] = "chat.completion",
            ["created"] = 1,
            ["model"] = "fake",
            ["choices"] = new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content, ["refusal"] = refusal },
                ["finish_reason"] = finish,
            }),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 1000, ["completion_tokens"] = 100, ["total_tokens"] = 1100 },
        });

    public static Func<HttpContext, Task> Fails(int status) => context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync("{\"error\":{\"message\":\"no\"}}");
    };

    public static Func<HttpContext, Task> Raw(string body) => context =>
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    };

    /// <summary>Never answers; ends when the client goes away.</summary>
    public static Task Hangs(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        context.RequestAborted.Register(() => gone.TrySetResult());
        return gone.Task;
    }

    public static Task HangsUp(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = await JsonSerializer.DeserializeAsync<JsonNode>(context.Request.Body);
        lock (Requests)
        {
            Requests.Add(request!);
        }

        _last = _replies.TryDequeue(out var reply) ? reply : _last;
        await _last(context);
    }
}

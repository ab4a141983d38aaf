using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallIntake.Tests.Speech.Servers;

/// <summary>A speech server on the loopback that answers what a test says and keeps what it was asked.</summary>
internal sealed class FakeSpeechServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeSpeechServer(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public ConcurrentQueue<(string Path, IHeaderDictionary Headers, Dictionary<string, string> Form, byte[] Body)> Asked { get; } = new();

    public Func<HttpContext, Task> Answer { get; set; } = context => context.Response.WriteAsync("{}");

    public static async Task<FakeSpeechServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new FakeSpeechServer(app);
        app.Run(server.HandleAsync);
        await app.StartAsync();
        return server;
    }

    public void AnswerJson(string json, int status = 200) => Answer = context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    };

    public void AnswerBytes(byte[] bytes) => Answer = context => context.Response.Body.WriteAsync(bytes).AsTask();

    /// <summary>Waits until it was asked so many times in all; a minute at most.</summary>
    public async Task WaitForAsync(int requests)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (Asked.Count < requests)
        {
            await Task.Delay(5, patience.Token);
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        using var body = new MemoryStream();
        if (context.Request.HasFormContentType)
        {
            var read = await context.Request.ReadFormAsync();
            foreach (var (key, value) in read)
            {
                form[key] = value.ToString();
            }

            if (read.Files.Count > 0)
            {
                await read.Files[0].CopyToAsync(body);
            }
        }
        else
        {
            await context.Request.Body.CopyToAsync(body);
        }

        // Kestrel uses its headers again for the next request.
        var headers = new HeaderDictionary(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase));
        Asked.Enqueue((context.Request.Path, headers, form, body.ToArray()));
        await Answer(context);
    }
}

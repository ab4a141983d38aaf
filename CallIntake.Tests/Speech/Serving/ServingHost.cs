using System.Net;
using System.Net.Http.Headers;
using CallIntake.Engine.Hosting;
using CallIntake.Engine.Speech;
using CallIntake.Web.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallIntake.Tests.Speech.Serving;

/// <summary>A host that serves hearing with a fake transcriber, on a port of the loopback.</summary>
internal sealed class ServingHost(WebApplication app, FakeTranscriber transcriber) : IAsyncDisposable
{
    public const string Key = "sixteen-letters-or-more";

    private readonly HttpClient _client = new() { BaseAddress = new Uri(app.Urls.First()) };

    public string Address => app.Urls.First();

    public FakeTranscriber Transcriber => transcriber;

    public static async Task<ServingHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Speech:Serving:Enabled"] = "true";
        builder.Configuration["Speech:Serving:Key"] = Key;
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        var transcriber = new FakeTranscriber();
        builder.Services.AddSingleton<ITranscriber>(transcriber);
        builder.Services.AddSingleton(ContentPaths.Find(AppContext.BaseDirectory));
        builder.Services.AddOptions<TranscriptionServingOptions>().BindConfiguration(TranscriptionServingOptions.SectionName).ValidateDataAnnotations();
        var app = builder.Build();
        app.MapTranscription();
        await app.StartAsync();
        return new ServingHost(app, transcriber);
    }

    public async Task<(HttpStatusCode Status, string Body)> PostAsync(byte[]? wav, string? key, string format)
    {
        using var form = new MultipartFormDataContent { { new StringContent("whisper-1"), "model" }, { new StringContent(format), "response_format" } };
        if (wav is not null)
        {
            form.Add(new ByteArrayContent(wav), "file", "a.wav");
        }

        return await PostAsync(form, key);
    }

    public async Task<(HttpStatusCode Status, string Body)> PostAsync(HttpContent content, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/audio/transcriptions") { Content = content };
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        using var response = await _client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await app.DisposeAsync();
    }
}

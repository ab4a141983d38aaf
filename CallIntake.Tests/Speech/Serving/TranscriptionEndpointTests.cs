using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CallIntake.Engine.Hosting;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.OpenAi;
using CallIntake.Tests.Speech.Audio;
using CallIntake.Web.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallIntake.Tests.Speech.Serving;

/// <summary>The host as a speech server, with a recogniser that says what a test wants.</summary>
public sealed class TranscriptionEndpointTests
{
    private const string Key = "sixteen-letters-or-more";

    [Fact]
    public async Task An_engine_with_the_openai_recogniser_hears_through_it()
    {
        await using var host = await Host.StartAsync();
        await using var other = new SpeechServices(("Speech:OpenAI:Endpoint", host.Address + "/v1"), ("Speech:OpenAI:Key", Key));
        var audio = WavReader.Read(other.Content("samples/02-noise-turn-3.wav"));

        var heard = await other.Get<OpenAiRecognizer>().RecognizeAsync(audio, new RecognitionRequest("ru"), CancellationToken.None);

        Assert.Equal("Да, верно.", heard.Text);
        Assert.Equal(0.8, heard.Confidence, 0.001);
        Assert.Equal([("Да,", 0.9), ("верно.", 0.7)], heard.Words.Select(word => (word.Text, word.Confidence)));
        Assert.Equal(("ru", audio.Duration), (host.Transcriber.Asked!.Language, host.Transcriber.Duration));
        Assert.False(File.Exists(host.Transcriber.Path));
    }

    [Theory]
    [InlineData("json", "{\"text\":\"Да, верно.\"}")]
    [InlineData("text", "Да, верно.\n")]
    public async Task The_answer_has_the_form_asked_for(string format, string expected)
    {
        await using var host = await Host.StartAsync();

        var (status, body) = await host.PostAsync(WavWriter.ToBytes(Signals.Silence(1)), Key, format);

        Assert.Equal((HttpStatusCode.OK, expected), (status, System.Text.RegularExpressions.Regex.Unescape(body)));
    }

    [Theory]
    [InlineData("kk", 0.9, false)]
    [InlineData(null, 0.05, false)]
    [InlineData("ru", 0.9, true)]
    public async Task What_was_not_understood_here_is_not_understood_by_the_engine_that_asked(string? language, double probability, bool understood)
    {
        await using var host = await Host.StartAsync();
        host.Transcriber.Says = new SpeechRecognition("Кошелие, да верно", language, probability, 0.8, [], "fake");
        host.Transcriber.Understood = understood;
        await using var other = new SpeechServices(("Speech:OpenAI:Endpoint", host.Address + "/v1"), ("Speech:OpenAI:Key", Key));
        var recognizer = other.Get<OpenAiRecognizer>();

        var heard = await recognizer.RecognizeAsync(Signals.Tone(300, 1), new RecognitionRequest("ru"), CancellationToken.None);

        Assert.Equal((language, probability), (heard.Language, language == "kk" ? probability : heard.LanguageProbability));
        Assert.Equal(understood, CallIntake.Engine.Speech.Recognition.Hearing.IsUnderstood(heard, recognizer.Languages));
    }

    [Theory]
    [InlineData("srt")]
    [InlineData("vtt")]
    public async Task A_form_of_answer_that_is_not_served_is_refused_by_name(string format)
    {
        await using var host = await Host.StartAsync();

        var (status, body) = await host.PostAsync(WavWriter.ToBytes(Signals.Silence(1)), Key, format);

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (status, Code(body)));
        Assert.Contains(format, body, StringComparison.Ordinal);
        Assert.Null(host.Transcriber.Asked);
    }

    [Theory]
    [InlineData("ru", "http://127.0.0.1:5102/v1", true)]
    [InlineData("kk", "http://other:5102/v1", true)]
    [InlineData("ru", "https://api.openai.com/v1", false)]
    public async Task A_host_that_serves_must_not_ask_a_server_that_may_be_itself(string chain, string endpoint, bool refused)
    {
        await using var speech = new SpeechServices(
            ("Speech:Serving:Enabled", "true"), ("Speech:Serving:Key", Key), ($"Speech:Recognition:Chains:{chain}:0", "openai"), ("Speech:OpenAI:Endpoint", endpoint));

        var error = Record.Exception(() => speech.Get<Microsoft.Extensions.Options.IOptions<TranscriptionServingOptions>>().Value);

        Assert.Equal(refused, error is not null);
        Assert.Contains(refused ? $"Speech:Recognition:Chains:{chain}" : string.Empty, error?.Message ?? string.Empty, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong-wrong-wrong-wrong")]
    public async Task Without_the_key_nothing_is_heard(string? key)
    {
        await using var host = await Host.StartAsync();

        var (status, body) = await host.PostAsync(WavWriter.ToBytes(Signals.Silence(1)), key, "json");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("invalid_api_key", Code(body));
        Assert.Null(host.Transcriber.Asked);
    }

    [Fact]
    public async Task A_file_that_is_no_sound_is_the_clients_mistake_and_tells_nothing_of_this_machine()
    {
        await using var host = await Host.StartAsync();

        var (status, body) = await host.PostAsync("no sound"u8.ToArray(), Key, "json");

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_audio"), (status, Code(body)));
        Assert.DoesNotContain(Path.GetTempPath(), body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recogniser_that_fails_is_not_the_clients_mistake()
    {
        await using var host = await Host.StartAsync();
        host.Transcriber.Fails = true;

        var (status, body) = await host.PostAsync(WavWriter.ToBytes(Signals.Silence(1)), Key, "json");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "recognition_failed"), (status, Code(body)));
    }

    [Fact]
    public async Task A_form_without_a_file_or_no_form_is_refused()
    {
        await using var host = await Host.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync(null, Key, "json")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync(new StringContent("{}"), Key)).Status);
    }

    [Fact]
    public async Task It_is_off_unless_configured_and_needs_a_key()
    {
        await using var off = await Host.StartAsync(("Speech:Serving:Enabled", "false"));
        Assert.Equal(HttpStatusCode.NotFound, (await off.PostAsync([], Key, "json")).Status);

        await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => Host.StartAsync(("Speech:Serving:Key", "short")));
    }

    private static string? Code(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("error").GetProperty("code").GetString();
    }

    private sealed class FakeTranscriber : ITranscriber
    {
        public bool Fails { get; set; }

        public SpeechRecognition? Says { get; set; }

        public bool Understood { get; set; } = true;

        public RecognitionRequest? Asked { get; private set; }

        public TimeSpan Duration { get; private set; }

        public string? Path { get; private set; }

        public Task<Transcription> TranscribeAsync(string wavPath, RecognitionRequest request, CancellationToken cancellationToken)
        {
            (Asked, Path) = (request, wavPath);
            Duration = WavReader.Read(wavPath).Duration;
            RecognizedWord[] words = [new RecognizedWord("Да,", 0.1, 0.4, 0.9), new RecognizedWord("верно.", 0.5, 1, 0.7)];
            return Fails
                ? throw new SpeechException("whisper: broken")
                : Task.FromResult(new Transcription(Says ?? new SpeechRecognition("Да, верно.", "ru", 1, 0.8, words, "fake"), [new(0, 1)], true, Duration, Understood, TimeSpan.Zero));
        }
    }

    private sealed class Host(WebApplication app, FakeTranscriber transcriber) : IAsyncDisposable
    {
        private readonly HttpClient _client = new() { BaseAddress = new Uri(app.Urls.First()) };

        public string Address => app.Urls.First();

        public FakeTranscriber Transcriber => transcriber;

        public static async Task<Host> StartAsync(params (string Key, string Value)[] settings)
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
            return new Host(app, transcriber);
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
}

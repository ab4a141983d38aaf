using System.Net;
using System.Text.Json;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.OpenAi;
using CallIntake.Tests.Speech.Audio;

namespace CallIntake.Tests.Speech.Serving;

/// <summary>The host as a speech server, with a recogniser that says what a test wants.</summary>
public sealed class TranscriptionEndpointTests
{
    private const string Key = ServingHost.Key;

    [Fact]
    public async Task An_engine_with_the_openai_recogniser_hears_through_it()
    {
        await using var host = await ServingHost.StartAsync();
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
        await using var host = await ServingHost.StartAsync();

        var (status, body) = await host.PostAsync(WavWriter.ToBytes(Signals.Silence(1)), Key, format);

        Assert.Equal((HttpStatusCode.OK, expected), (status, System.Text.RegularExpressions.Regex.Unescape(body)));
    }

    [Theory]
    [InlineData("kk", 0.9, false)]
    [InlineData(null, 0.05, false)]
    [InlineData("ru", 0.9, true)]
    public async Task What_was_not_understood_here_is_not_understood_by_the_engine_that_asked(string? language, double probability, bool understood)
    {
        await using var host = await ServingHost.StartAsync();
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
        await using var host = await ServingHost.StartAsync();

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
        await using var host = await ServingHost.StartAsync();

        var (status, body) = await host.PostAsync(WavWriter.ToBytes(Signals.Silence(1)), key, "json");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("invalid_api_key", Code(body));
        Assert.Null(host.Transcriber.Asked);
    }

    [Fact]
    public async Task A_file_that_is_no_sound_is_the_clients_mistake_and_tells_nothing_of_this_machine()
    {
        await using var host = await ServingHost.StartAsync();

        var (status, body) = await host.PostAsync("no sound"u8.ToArray(), Key, "json");

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_audio"), (status, Code(body)));
        Assert.DoesNotContain(Path.GetTempPath(), body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recogniser_that_fails_is_not_the_clients_mistake()
    {
        await using var host = await ServingHost.StartAsync();
        host.Transcriber.Fails = true;

        var (status, body) = await host.PostAsync(WavWriter.ToBytes(Signals.Silence(1)), Key, "json");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "recognition_failed"), (status, Code(body)));
    }

    [Fact]
    public async Task A_form_without_a_file_or_no_form_is_refused()
    {
        await using var host = await ServingHost.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync(null, Key, "json")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync(new StringContent("{}"), Key)).Status);
    }

    [Fact]
    public async Task It_is_off_unless_configured_and_needs_a_key()
    {
        await using var off = await ServingHost.StartAsync(("Speech:Serving:Enabled", "false"));
        Assert.Equal(HttpStatusCode.NotFound, (await off.PostAsync([], Key, "json")).Status);

        await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => ServingHost.StartAsync(("Speech:Serving:Key", "short")));
    }

    private static string? Code(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("error").GetProperty("code").GetString();
    }
}

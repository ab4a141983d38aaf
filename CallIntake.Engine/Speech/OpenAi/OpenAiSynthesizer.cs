using System.Globalization;
using System.Net.Http.Json;
using CallIntake.Engine.Speech.Http;
using CallIntake.Engine.Speech.Providers;
using CallIntake.Engine.Speech.Synthesis;
using CallIntake.Engine.Speech.Voices;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.OpenAi;

/// <summary>Speaks through <c>/audio/speech</c>: raw PCM, 24 kHz, 16 bit (servers that answer with WAV are understood too). Thread-safe.</summary>
internal sealed class OpenAiSynthesizer(IHttpClientFactory clients, OpenAiRequests requests, IOptions<OpenAiSpeechOptions> options)
    : ISpeechSynthesizer, ICacheableVoice, IDescribed
{
    /// <summary>Name in the chains.</summary>
    public const string SynthesizerName = "openai";

    private const int RawRate = 24000;

    /// <inheritdoc />
    public string Name => SynthesizerName;

    /// <inheritdoc />
    public bool IsAvailable => requests.IsConfigured;

    /// <inheritdoc />
    public ProviderCard Describe(string language) => requests.Describe($"{options.Value.VoiceModel}, voice {Voice(language)}");

    /// <inheritdoc />
    public string Settings(string language) =>
        string.Create(CultureInfo.InvariantCulture, $"{options.Value.Endpoint} {options.Value.VoiceModel} {Voice(language)} {Speed(language)}");

    /// <inheritdoc />
    public double Volume(string language) => options.Value.Volume(language);

    /// <inheritdoc />
    public async Task<SpeechAudio> SynthesizeAsync(string text, string language, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(new
        {
            model = options.Value.VoiceModel,
            input = text,
            voice = Voice(language),
            response_format = "pcm",
            speed = Speed(language),
        });
        using var message = requests.Post("/audio/speech", content);
        var deadline = new SpeechDeadline(options.Value.VoiceDeadline, $"{OpenAiSpeechOptions.SectionName}:{nameof(OpenAiSpeechOptions.VoiceDeadline)}");
        return VoiceAudio.Parse(await clients.CreateClient(OpenAiRecognizer.RecognizerName).SendAsync(Name, deadline, message, cancellationToken), RawRate, Name);
    }

    private double Speed(string language) => (language == "kk" ? options.Value.KazakhSpeed : options.Value.RussianSpeed) ?? options.Value.Speed;

    private string Voice(string language) => language == "kk" ? options.Value.KazakhVoice : options.Value.RussianVoice;
}

using System.Globalization;
using System.Net.Http.Json;
using CallIntake.Engine.Speech.Http;
using CallIntake.Engine.Speech.Providers;
using CallIntake.Engine.Speech.Synthesis;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Voices;

/// <summary>Speaks through Piper's HTTP server: JSON in, WAV out. Thread-safe.</summary>
internal sealed class PiperSynthesizer(IHttpClientFactory clients, IOptions<PiperOptions> options) : ISpeechSynthesizer, ICacheableVoice, IDescribed
{
    /// <summary>Name in the chains, and of the HTTP client.</summary>
    public const string SynthesizerName = "piper";

    /// <inheritdoc />
    public string Name => SynthesizerName;

    /// <inheritdoc />
    public bool IsAvailable => true;

    /// <inheritdoc />
    public ProviderCard Describe(string language) => new(ProviderCard.Server(Endpoint(language)), "GPL-3.0 (the server; a voice has its own)");

    /// <inheritdoc />
    public string Settings(string language) => string.Create(CultureInfo.InvariantCulture, $"{Endpoint(language)} {Voice(language)} {LengthScale(language)}");

    /// <inheritdoc />
    public double Volume(string language) => options.Value.Volume(language);

    /// <inheritdoc />
    public async Task<SpeechAudio> SynthesizeAsync(string text, string language, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(new { text, voice = Voice(language), length_scale = LengthScale(language) });
        using var message = new HttpRequestMessage(HttpMethod.Post, Endpoint(language)) { Content = content };
        var deadline = new SpeechDeadline(options.Value.Deadline, $"{PiperOptions.SectionName}:{nameof(PiperOptions.Deadline)}");
        return VoiceAudio.Parse(await clients.CreateClient(Name).SendAsync(Name, deadline, message, cancellationToken), null, Name);
    }

    private string Endpoint(string language) => (language == "kk" ? options.Value.KazakhEndpoint : options.Value.RussianEndpoint) ?? options.Value.Endpoint;

    private double LengthScale(string language) =>
        (language == "kk" ? options.Value.KazakhLengthScale : options.Value.RussianLengthScale) ?? options.Value.LengthScale;

    private string Voice(string language) => language == "kk" ? options.Value.KazakhVoice : options.Value.RussianVoice;
}

using System.Globalization;
using System.Net.Http.Json;
using CallIntake.Engine.Speech.Http;
using CallIntake.Engine.Speech.Synthesis;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Voices;

/// <summary>Speaks through Piper's HTTP server: JSON in, WAV out. Thread-safe.</summary>
internal sealed class PiperSynthesizer(IHttpClientFactory clients, IOptions<PiperOptions> options) : ISpeechSynthesizer, ICacheableVoice
{
    /// <summary>Name in the chains, and of the HTTP client.</summary>
    public const string SynthesizerName = "piper";

    /// <inheritdoc />
    public string Name => SynthesizerName;

    /// <inheritdoc />
    public bool IsAvailable => true;

    /// <inheritdoc />
    public string Settings(string language) => string.Create(CultureInfo.InvariantCulture, $"{Voice(language)} {options.Value.LengthScale}");

    /// <inheritdoc />
    public async Task<SpeechAudio> SynthesizeAsync(string text, string language, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(new { text, voice = Voice(language), length_scale = options.Value.LengthScale });
        using var message = new HttpRequestMessage(HttpMethod.Post, options.Value.Endpoint) { Content = content };
        var deadline = new SpeechDeadline(options.Value.Deadline, $"{PiperOptions.SectionName}:{nameof(PiperOptions.Deadline)}");
        return VoiceAudio.Parse(await clients.CreateClient(Name).SendAsync(Name, deadline, message, cancellationToken), null, Name);
    }

    private string Voice(string language) => language == "kk" ? options.Value.KazakhVoice : options.Value.RussianVoice;
}

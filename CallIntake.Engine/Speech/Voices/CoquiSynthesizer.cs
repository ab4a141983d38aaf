using CallIntake.Engine.Speech.Http;
using CallIntake.Engine.Speech.Synthesis;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Voices;

/// <summary>Speaks through <c>/api/tts</c> of a Coqui server; the text goes in the body, a long address would be refused. Thread-safe.</summary>
internal sealed class CoquiSynthesizer(IHttpClientFactory clients, IOptions<CoquiOptions> options) : ISpeechSynthesizer, ICacheableVoice
{
    /// <summary>Name in the chains, and of the HTTP client.</summary>
    public const string SynthesizerName = "coqui";

    /// <inheritdoc />
    public string Name => SynthesizerName;

    /// <inheritdoc />
    public bool IsAvailable => true;

    /// <inheritdoc />
    public string Settings(string language) => $"{options.Value.Endpoint} {options.Value.Speaker} {options.Value.Multilingual}";

    /// <inheritdoc />
    public async Task<SpeechAudio> SynthesizeAsync(string text, string language, CancellationToken cancellationToken)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            ["text"] = text,
            ["speaker_id"] = options.Value.Speaker,
            ["language_id"] = options.Value.Multilingual ? language : string.Empty,
        };
        using var message = new HttpRequestMessage(HttpMethod.Post, options.Value.Endpoint.TrimEnd('/') + "/api/tts") { Content = new FormUrlEncodedContent(fields) };
        var deadline = new SpeechDeadline(options.Value.Deadline, $"{CoquiOptions.SectionName}:{nameof(CoquiOptions.Deadline)}");
        return VoiceAudio.Parse(await clients.CreateClient(Name).SendAsync(Name, deadline, message, cancellationToken), null, Name);
    }
}

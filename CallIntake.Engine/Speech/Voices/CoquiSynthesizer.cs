using System.Globalization;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Http;
using CallIntake.Engine.Speech.Providers;
using CallIntake.Engine.Speech.Synthesis;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Voices;

/// <summary>Speaks through <c>/api/tts</c> of a Coqui server; the text goes in the body, a long address would be refused. Thread-safe.</summary>
internal sealed class CoquiSynthesizer(IHttpClientFactory clients, IOptions<CoquiOptions> options) : ISpeechSynthesizer, ICacheableVoice, IDescribed
{
    /// <summary>Name in the chains, and of the HTTP client.</summary>
    public const string SynthesizerName = "coqui";

    /// <inheritdoc />
    public string Name => SynthesizerName;

    /// <inheritdoc />
    public bool IsAvailable => true;

    /// <inheritdoc />
    public ProviderCard Describe(string language) => new(ProviderCard.Server(Endpoint(language)), "MPL-2.0 (the server; a voice has its own)");

    /// <inheritdoc />
    public string Settings(string language) => string.Create(
        CultureInfo.InvariantCulture, $"{Endpoint(language)} {Speaker(language)} {options.Value.Multilingual} {Speed(language)}");

    /// <inheritdoc />
    public double Volume(string language) => options.Value.Volume(language);

    /// <inheritdoc />
    public async Task<SpeechAudio> SynthesizeAsync(string text, string language, CancellationToken cancellationToken)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            ["text"] = text,
            ["speaker_id"] = Speaker(language),
            ["language_id"] = options.Value.Multilingual ? language : string.Empty,
        };
        using var message = new HttpRequestMessage(HttpMethod.Post, Endpoint(language).TrimEnd('/') + "/api/tts") { Content = new FormUrlEncodedContent(fields) };
        var deadline = new SpeechDeadline(options.Value.Deadline, $"{CoquiOptions.SectionName}:{nameof(CoquiOptions.Deadline)}");
        return Tempo.Change(VoiceAudio.Parse(await clients.CreateClient(Name).SendAsync(Name, deadline, message, cancellationToken), null, Name), Speed(language));
    }

    private string Endpoint(string language) => (language == "kk" ? options.Value.KazakhEndpoint : options.Value.RussianEndpoint) ?? options.Value.Endpoint;

    private string Speaker(string language) => (language == "kk" ? options.Value.KazakhSpeaker : options.Value.RussianSpeaker) ?? options.Value.Speaker;

    private double Speed(string language) => (language == "kk" ? options.Value.KazakhSpeed : options.Value.RussianSpeed) ?? options.Value.Speed;
}

using System.Globalization;
using System.Net.Http.Headers;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Hints;
using CallIntake.Engine.Speech.Http;
using CallIntake.Engine.Speech.Providers;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.OpenAi;

/// <summary>Hears through <c>/audio/transcriptions</c> of OpenAI or a server with its interface. Thread-safe.</summary>
internal sealed class OpenAiRecognizer(IHttpClientFactory clients, OpenAiRequests requests, IOptions<OpenAiSpeechOptions> options)
    : ISpeechRecognizer, IDescribed
{
    /// <summary>Name in the chains, and of the HTTP client.</summary>
    public const string RecognizerName = "openai";

    // The service reads about 224 tokens of a prompt; more is cut off at the front.
    private const int MostPromptLetters = 600;

    /// <inheritdoc />
    public string Name => RecognizerName;

    /// <inheritdoc />
    public IReadOnlyCollection<string> Languages { get; } = options.Value.Languages is { Length: > 0 } languages ? languages : ["ru"];

    /// <inheritdoc />
    public ProviderCard Describe(string language) => requests.Describe(options.Value.Model);

    /// <inheritdoc />
    public async Task<SpeechRecognition> RecognizeAsync(SpeechAudio audio, RecognitionRequest request, CancellationToken cancellationToken)
    {
        if (!requests.IsConfigured)
        {
            throw new SpeechException($"{Name}: {OpenAiSpeechOptions.SectionName}:Key or OPENAI_API_KEY is not set.");
        }

        using var message = requests.Post("/audio/transcriptions", Form(audio, request));
        var deadline = new SpeechDeadline(options.Value.Deadline, $"{OpenAiSpeechOptions.SectionName}:{nameof(OpenAiSpeechOptions.Deadline)}");
        var answer = await clients.CreateClient(Name).SendForJsonAsync(Name, deadline, message, cancellationToken);
        return OpenAiAnswer.Read(answer, $"{Name} {options.Value.Model}", Languages, request.Language);
    }

    private MultipartFormDataContent Form(SpeechAudio audio, RecognitionRequest request)
    {
        var file = new ByteArrayContent(WavWriter.ToBytes(audio));
        file.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
        var form = new MultipartFormDataContent
        {
            { file, "file", "turn.wav" },
            { new StringContent(options.Value.Model), "model" },
            { new StringContent(options.Value.ResponseFormat), "response_format" },
            { new StringContent(0.ToString(CultureInfo.InvariantCulture)), "temperature" },
        };
        if (request.Language is { } language)
        {
            form.Add(new StringContent(language), "language");
        }

        if (options.Value.ResponseFormat == "verbose_json")
        {
            form.Add(new StringContent("segment"), "timestamp_granularities[]");
            form.Add(new StringContent("word"), "timestamp_granularities[]");
        }

        if (options.Value.Prompt && request.Hints is { Count: > 0 } hints)
        {
            form.Add(new StringContent(string.Join(", ", HintLimits.Take(hints, int.MaxValue, MostPromptLetters))), "prompt");
        }

        return form;
    }
}

using System.Net.Http.Json;
using System.Runtime.InteropServices;
using System.Text.Json;
using CallIntake.Engine.Speech.Hints;
using CallIntake.Engine.Speech.Http;
using CallIntake.Engine.Speech.Providers;
using CallIntake.Engine.Speech.Text;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Google;

/// <summary>
/// Hears through <c>speech:recognize</c>: headerless PCM at the line's own rate, <c>ru-RU</c> or <c>kk-KZ</c> first, whichever it was so far,
/// likely words as phrases. No
/// speech is an answer without results. Thread-safe.
/// </summary>
internal sealed class GoogleRecognizer(IHttpClientFactory clients, GoogleAccess access, IOptions<GoogleSpeechOptions> options)
    : ISpeechRecognizer, IDescribed
{
    /// <summary>Name in the chains, and of the HTTP client.</summary>
    public const string RecognizerName = "google";

    private const string Russian = "ru-RU";
    private const string Kazakh = "kk-KZ";

    // Limits of the service.
    private const int MostPhrases = 500;
    private const int MostPhraseLetters = 100;
    private const int MostLettersOfAll = 10_000;

    /// <inheritdoc />
    public string Name => RecognizerName;

    /// <inheritdoc />
    public IReadOnlyCollection<string> Languages { get; } = ["ru", "kk"];

    /// <inheritdoc />
    public ProviderCard Describe(string language) => new(
        ProviderCard.Server(options.Value.Endpoint), "Google Cloud's terms of service; sound leaves the house", access.Missing);

    /// <inheritdoc />
    public async Task<SpeechRecognition> RecognizeAsync(SpeechAudio audio, RecognitionRequest request, CancellationToken cancellationToken)
    {
        var language = request.Language ?? "ru";
        using var content = JsonContent.Create(Body(audio, language, request.Hints ?? []));
        using var message = new HttpRequestMessage(HttpMethod.Post, options.Value.Endpoint.TrimEnd('/') + "/speech:recognize") { Content = content };
        var deadline = new SpeechDeadline(options.Value.Deadline, $"{GoogleSpeechOptions.SectionName}:{nameof(GoogleSpeechOptions.Deadline)}");
        return Read(await clients.CreateClient(Name).SendForJsonAsync(Name, deadline, message, cancellationToken), language);
    }

    private object Body(SpeechAudio audio, string language, IReadOnlyList<string> hints) => new
    {
        config = new
        {
            encoding = "LINEAR16",
            sampleRateHertz = audio.SampleRate,
            languageCode = language == "kk" ? Kazakh : Russian,
            // The caller may have changed the language.
            alternativeLanguageCodes = new[] { language == "kk" ? Russian : Kazakh },
            enableAutomaticPunctuation = true,
            enableWordTimeOffsets = true,
            enableWordConfidence = true,
            maxAlternatives = 1,
            profanityFilter = false,
            model = options.Value.Model,
            speechContexts = new[] { new { phrases = HintLimits.Take(hints.Where(hint => hint.Length <= MostPhraseLetters), MostPhrases, MostLettersOfAll).ToArray() } },
        },
        audio = new { content = Convert.ToBase64String(MemoryMarshal.AsBytes(audio.Samples.Span)) },
    };

    private static SpeechRecognition Read(JsonElement answer, string asked)
    {
        var best = Best(answer).ToArray();
        var text = string.Join(' ', best.Select(Text)).Trim();
        if (text.Length == 0)
        {
            return SpeechRecognition.Nothing(RecognizerName);
        }

        // A confidence of 0 stands for "not given".
        var confidence = best.Average(alternative => alternative.Number("confidence") is { } given and > 0 ? given : 0.6);
        var (language, probability) = LanguageJudge.Judge(text);
        if (language is null && probability >= LanguageJudge.Doubtful)
        {
            var found = answer.List("results").Select(result => result.Text("languageCode")).FirstOrDefault(code => code is not null);
            language = found is null ? asked : found.StartsWith("kk", StringComparison.OrdinalIgnoreCase) ? "kk" : "ru";
        }

        return new SpeechRecognition(text, language, probability, confidence, best.SelectMany(alternative => Words(alternative, confidence)).ToArray(), RecognizerName);
    }

    // No results are silence; results of another form are no answer, and silence must not be made of them.
    private static IEnumerable<JsonElement> Best(JsonElement answer) => Required(answer, "results")
        .Select(result => Required(result, "alternatives").FirstOrDefault())
        .Where(alternative => alternative.ValueKind != JsonValueKind.Undefined)
        .Select(alternative => alternative.ValueKind == JsonValueKind.Object ? alternative : throw Unreadable("alternatives"));

    // A text that is left out is empty.
    private static string Text(JsonElement alternative) =>
        alternative.TryGetProperty("transcript", out var text) ? text.ValueKind == JsonValueKind.String ? text.GetString()!.Trim() : throw Unreadable("transcript") : string.Empty;

    private static JsonElement[] Required(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Unreadable(name);
        }

        return !element.TryGetProperty(name, out var list) ? []
            : list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()]
            : throw Unreadable(name);
    }

    private static SpeechException Unreadable(string name) => new($"{RecognizerName}: the answer has no '{name}' that can be read.");

    private static IEnumerable<RecognizedWord> Words(JsonElement alternative, double confidence) => alternative.List("words").Select(word => new RecognizedWord(
        word.Text("word") ?? string.Empty, word.Seconds("startTime"), word.Seconds("endTime"), word.Number("confidence") is { } given and > 0 ? given : confidence));
}

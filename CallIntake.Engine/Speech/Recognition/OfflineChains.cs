using System.Collections.Concurrent;
using CallIntake.Engine.Speech.Providers;
using CallIntake.Engine.Speech.Whisper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Recognition;

/// <summary>The chains for recordings that no caller waits for: they share places at each recogniser instead of a queue. Thread-safe.</summary>
internal sealed class OfflineChains(
    IServiceProvider services, IOptions<RecognitionOptions> options, IOptions<WhisperOptions> whisper, ProviderHealth health, TimeProvider time, ILogger<OfflineChains> logger)
    : IDisposable
{
    // Half of what waits at the smallest queue of a recogniser (16).
    private const int OtherPlaces = 8;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _places = new(StringComparer.Ordinal);

    /// <summary>The configured chain of a language, or one of a single recogniser by name.</summary>
    public RecognizerChain Of(string language, string? only = null) => Of(
        language, (only is null ? options.Value.Chain(language) : [only]).Select(name => services.GetRequiredKeyedService<ISpeechRecognizer>(name)));

    /// <summary>A chain of given recognisers.</summary>
    public RecognizerChain Of(string language, IEnumerable<ISpeechRecognizer> recognizers) => new(language, [.. recognizers.Select(Wrap)]);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var places in _places.Values)
        {
            places.Dispose();
        }
    }

    private ISpeechRecognizer Wrap(ISpeechRecognizer recognizer) => recognizer is IHearsSilence ? recognizer : new LoggingRecognizer(
        new PatientRecognizer(
            new DeadlineRecognizer(recognizer, options.Value.OfflineDeadline, time, nameof(RecognitionOptions.OfflineDeadline)),
            _places.GetOrAdd(recognizer.Name, Places)),
        health,
        logger);

    private SemaphoreSlim Places(string recognizer) =>
        new(recognizer == WhisperRecognizer.RecognizerName ? WhisperThreads.Decodes(whisper.Value) : OtherPlaces);
}

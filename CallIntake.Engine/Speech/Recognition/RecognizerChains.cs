using CallIntake.Engine.Speech.Providers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Recognition;

/// <summary>The configured chains; a recogniser is made when a chain first needs it. Thread-safe.</summary>
internal sealed class RecognizerChains(
    IServiceProvider services,
    IOptions<RecognitionOptions> options,
    ProviderHealth health,
    TimeProvider time,
    ILogger<RecognizerChains> logger)
{
    private readonly Lazy<RecognizerChain> _russian = new(() => Make("ru", options.Value.Chain("ru"), services, options.Value, health, time, logger));
    private readonly Lazy<RecognizerChain> _kazakh = new(() => Make("kk", options.Value.Chain("kk"), services, options.Value, health, time, logger));

    /// <summary>The chain of a language.</summary>
    public RecognizerChain Of(string language) => language == "kk" ? _kazakh.Value : _russian.Value;

    /// <summary>A chain of one recogniser by name.</summary>
    public RecognizerChain Only(string name, string language) => Make(language, [name], services, options.Value, health, time, logger);

    private static RecognizerChain Make(
        string language, IReadOnlyList<string> names, IServiceProvider services, RecognitionOptions options, ProviderHealth health, TimeProvider time, ILogger logger) =>
        new(language, names.Select(name => Wrap(services.GetRequiredKeyedService<ISpeechRecognizer>(name), options, health, time, logger)).ToArray());

    private static ISpeechRecognizer Wrap(ISpeechRecognizer recognizer, RecognitionOptions options, ProviderHealth health, TimeProvider time, ILogger logger) =>
        recognizer is IHearsSilence ? recognizer : new LoggingRecognizer(new DeadlineRecognizer(recognizer, options.Deadline, time), health, logger);
}

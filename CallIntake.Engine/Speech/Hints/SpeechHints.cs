using CallIntake.Engine.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Hints;

/// <summary>What callers are likely to say in a language: words of an emergency first, then streets. Read when first asked for. Thread-safe.</summary>
internal sealed class SpeechHints(IOptions<HintOptions> options, IStreetNames streets, ContentPaths paths, ILogger<SpeechHints> logger)
{
    private readonly Lazy<string[]> _russian = new(() => Make(options.Value.Russian, nameof(HintOptions.Russian), "ru", options.Value, streets, paths, logger));
    private readonly Lazy<string[]> _kazakh = new(() => Make(options.Value.Kazakh, nameof(HintOptions.Kazakh), "kk", options.Value, streets, paths, logger));

    /// <summary>The phrases of a language (ru, kk), the most important first.</summary>
    public IReadOnlyList<string> Of(string language) => language == "kk" ? _kazakh.Value : _russian.Value;

    private static string[] Make(
        string file, string key, string language, HintOptions options, IStreetNames streets, ContentPaths paths, ILogger logger) =>
        [.. HintFile.Read(file, $"{HintOptions.SectionName}:{key}", paths, logger).Concat(streets.Of(language).Take(options.Streets)).Distinct(StringComparer.OrdinalIgnoreCase)];
}

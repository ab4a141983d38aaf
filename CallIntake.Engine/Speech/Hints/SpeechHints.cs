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
        [.. Read(file, key, paths, logger).Concat(streets.Of(language).Take(options.Streets)).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static IEnumerable<string> Read(string file, string key, ContentPaths paths, ILogger logger)
    {
        if (file.Length == 0)
        {
            return [];
        }

        if (File.Exists(paths.Resolve(file)))
        {
            return File.ReadLines(paths.Resolve(file)).Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('#'));
        }

        logger.PromptTextMissing($"{HintOptions.SectionName}:{key}", file);
        return [];
    }
}

using CallIntake.Engine.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Synthesis;

/// <summary>
/// The fixed phrases: their texts in prompts.tsv (key, Russian, Kazakh, when it is said) and their recordings LANGUAGE/KEY.wav. Read once.
/// Thread-safe.
/// </summary>
internal sealed class PromptCatalogue(IOptions<SpeechOptions> options, ContentPaths paths, ILogger<PromptCatalogue> logger)
{
    private readonly string _folder = paths.Resolve(options.Value.PromptsPath);
    private readonly Lazy<Dictionary<string, (string Russian, string Kazakh)>> _texts =
        new(() => ReadTexts(Path.Combine(paths.Resolve(options.Value.PromptsPath), "prompts.tsv")));

    /// <summary>All keys, in the order of the table.</summary>
    public IReadOnlyCollection<string> Keys => _texts.Value.Keys;

    /// <summary>The text of a phrase; an empty one for a key that does not exist.</summary>
    public string Text(string key, string language) => !_texts.Value.TryGetValue(key, out var texts)
        ? string.Empty
        : language == "kk" ? texts.Kazakh : texts.Russian;

    /// <summary>The recording of a phrase, absolute; null where there is none.</summary>
    public string? Find(string key, string language)
    {
        var path = PathOf(key, language);
        if (path is not null && File.Exists(path))
        {
            return path;
        }

        logger.PromptMissing(path ?? key);
        return null;
    }

    /// <summary>Where the recording of a phrase belongs; null for a key or language that does not exist.</summary>
    public string? PathOf(string key, string language) => _texts.Value.ContainsKey(key) && language is "ru" or "kk"
        ? Path.Combine(_folder, language, key + ".wav")
        : null;

    private static Dictionary<string, (string Russian, string Kazakh)> ReadTexts(string path)
    {
        var texts = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        try
        {
            foreach (var line in File.ReadLines(path).Skip(1))
            {
                var fields = line.Split('\t');
                if (fields.Length >= 3)
                {
                    texts[fields[0]] = (fields[1], fields[2]);
                }
            }

            return texts;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SpeechException($"{SpeechOptions.SectionName}:PromptsPath: {path} cannot be read: {exception.Message}", exception);
        }
    }
}

using CallIntake.Engine.Hosting;
using Microsoft.Extensions.Logging;

namespace CallIntake.Engine.Speech.Hints;

/// <summary>A file of the site with what recognisers are told: lines; those that begin with # are for people.</summary>
internal static class HintFile
{
    /// <summary>Its lines, trimmed, without empty ones; none, and a warning, where it does not exist.</summary>
    /// <param name="file">Its path in the configuration; empty for none.</param>
    /// <param name="key">Key of the configuration, for the warning.</param>
    /// <param name="paths">Where relative paths begin.</param>
    /// <param name="logger">Where the warning goes.</param>
    public static IEnumerable<string> Read(string file, string key, ContentPaths paths, ILogger logger)
    {
        if (file.Length == 0)
        {
            return [];
        }

        if (File.Exists(paths.Resolve(file)))
        {
            return File.ReadLines(paths.Resolve(file)).Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('#'));
        }

        logger.PromptTextMissing(key, file);
        return [];
    }
}

namespace CallIntake.Engine.Speech.Ctc;

/// <summary>Finds the files of a model in its folder, with errors that name the key.</summary>
internal static class CtcFiles
{
    /// <summary>The first file that fits one of the patterns, tried in order.</summary>
    /// <exception cref="SpeechException">There is none.</exception>
    public static string Find(string folder, string key, params string[] patterns)
    {
        if (!Directory.Exists(folder))
        {
            throw new SpeechException($"{key}: {folder} does not exist.");
        }

        return patterns.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal)).FirstOrDefault()
            ?? throw new SpeechException($"{key}: {folder} holds no {patterns[0]}.");
    }

    /// <summary>What keeps the files from being found, and how to get them; null for nothing.</summary>
    public static string? FindFault(Func<(string Model, string Vocabulary)> locate)
    {
        try
        {
            locate();
            return null;
        }
        catch (Exception exception) when (exception is SpeechException or IOException or UnauthorizedAccessException)
        {
            return $"{exception.Message} 'models get' fetches a model.";
        }
    }

    /// <summary>Reads a vocabulary.</summary>
    /// <exception cref="SpeechException">It cannot be read.</exception>
    public static CtcVocabulary ReadVocabulary(string path, string key, Func<string[], CtcVocabulary> read)
    {
        try
        {
            return read(File.ReadAllLines(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new SpeechException($"{key}: {path}: {exception.Message}", exception);
        }
    }

    /// <summary>Threads of one run for a configured number.</summary>
    public static int Threads(int configured) => configured > 0 ? configured : Math.Min(2, Environment.ProcessorCount);

    /// <summary>Runs at once for a configured number.</summary>
    public static int Runs(int configured, int threads) => configured > 0 ? configured : Math.Max(1, Environment.ProcessorCount / Threads(threads));
}

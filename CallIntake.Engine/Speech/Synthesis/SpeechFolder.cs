using CallIntake.Engine.Speech.Audio;
using Microsoft.Extensions.Logging;

namespace CallIntake.Engine.Speech.Synthesis;

/// <summary>
/// A folder of sounds that is kept within a size: the longest unused go first, and what a crash left half-written. Thread-safe, also
/// between processes.
/// </summary>
internal sealed class SpeechFolder(string path, long maximumBytes, TimeProvider time, ILogger logger)
{
    // No sentence takes nearly as long to write; a temporary file that old was left by a crash.
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(10);

    private readonly Lock _trimming = new();

    /// <summary>Where it is, absolute.</summary>
    public string Path => path;

    /// <summary>The absolute path of a file that is there, which counts as used; else null.</summary>
    public string? Find(string name)
    {
        var file = System.IO.Path.Combine(path, name);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            File.SetLastAccessTimeUtc(file, time.GetUtcNow().UtcDateTime);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A read-only cache still speaks; only the order of giving up suffers.
        }

        return file;
    }

    /// <summary>Writes a sound and makes room for it; the absolute path.</summary>
    /// <exception cref="SpeechException">The folder cannot be written.</exception>
    public async Task<string> AddAsync(string name, SpeechAudio audio, CancellationToken cancellationToken)
    {
        var file = System.IO.Path.Combine(path, name);
        await WavWriter.WriteTelephoneAsync(file, audio, cancellationToken);
        Trim(file);
        return file;
    }

    private void Trim(string added)
    {
        lock (_trimming)
        {
            try
            {
                RemoveAbandoned();
                // What is being written this moment counts, but is left alone.
                var total = Files("*.tmp").Sum(file => file.Length);
                var sounds = Files("*.wav");
                total += sounds.Sum(file => file.Length);
                foreach (var file in sounds.OrderBy(file => file.LastAccessTimeUtc).TakeWhile(_ => total > maximumBytes))
                {
                    if (!string.Equals(file.FullName, added, StringComparison.Ordinal))
                    {
                        // Before it is gone: afterwards its length is an error.
                        total -= file.Length;
                        file.Delete();
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                logger.CacheFailed(path, exception);
            }
        }
    }

    private void RemoveAbandoned()
    {
        var oldest = (time.GetUtcNow() - Abandoned).UtcDateTime;
        foreach (var file in Files("*.tmp").Where(file => file.LastWriteTimeUtc < oldest))
        {
            file.Delete();
        }
    }

    private FileInfo[] Files(string pattern) => new DirectoryInfo(path).GetFiles(pattern, SearchOption.AllDirectories);
}

using System.Security.Cryptography;
using System.Text;
using CallIntake.Engine.Hosting;
using CallIntake.Engine.Speech.Audio;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Synthesis;

/// <summary>
/// Spoken sentences on disk, by hash of text, language, voice and settings. Files appear whole (temporary name, then renamed), so a crash
/// leaves nothing half-written under a good name; the longest unused go when the folder is full. A cache that cannot be written is a
/// warning, not a failure. Thread-safe, also between processes.
/// </summary>
internal sealed class SpeechCache(IOptions<SpeechOptions> options, ContentPaths paths, ILogger<SpeechCache> logger)
{
    private const string Pattern = "*.wav";

    private readonly string _folder = paths.Resolve(options.Value.CachePath);
    private readonly Lock _trimming = new();

    /// <summary>The file of a sentence; null where it was not spoken before.</summary>
    public string? Find(string text, string language, string voice)
    {
        var path = PathOf(text, language, voice);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            File.SetLastAccessTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A read-only cache still speaks; only the order of giving up suffers.
        }

        return path;
    }

    /// <summary>Keeps a sentence; null where the folder cannot be written.</summary>
    public async Task<string?> AddAsync(string text, string language, string voice, SpeechAudio audio, CancellationToken cancellationToken)
    {
        var path = PathOf(text, language, voice);
        try
        {
            await WavWriter.WriteTelephoneAsync(path, audio, cancellationToken);
            Trim(path);
            return path;
        }
        catch (SpeechException exception)
        {
            logger.CacheFailed(_folder, exception);
            return null;
        }
    }

    private string PathOf(string text, string language, string voice)
    {
        var key = string.Join('\n', language, voice, text.Normalize(NormalizationForm.FormC));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return Path.Combine(_folder, hash[..2], hash + ".wav");
    }

    private void Trim(string added)
    {
        lock (_trimming)
        {
            try
            {
                var files = new DirectoryInfo(_folder).GetFiles(Pattern, SearchOption.AllDirectories);
                var total = files.Sum(file => file.Length);
                foreach (var file in files.OrderBy(file => file.LastAccessTimeUtc))
                {
                    if (total <= options.Value.CacheBytes)
                    {
                        break;
                    }

                    if (!string.Equals(file.FullName, added, StringComparison.Ordinal))
                    {
                        file.Delete();
                        total -= file.Length;
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                logger.CacheFailed(_folder, exception);
            }
        }
    }
}

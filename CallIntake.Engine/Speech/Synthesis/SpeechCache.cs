using System.Security.Cryptography;
using System.Text;
using CallIntake.Engine.Hosting;
using CallIntake.Engine.Speech.Audio;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Synthesis;

/// <summary>
/// Spoken sentences on disk, by hash of text, language, voice and settings. Files appear whole (temporary name, then renamed), so a crash
/// leaves nothing half-written under a good name. A folder that cannot be written is a warning, once, and the sentence is put into the
/// spare folder: what was spoken is heard. Thread-safe, also between processes.
/// </summary>
internal sealed class SpeechCache
{
    private readonly SpeechFolder[] _folders;
    private readonly ILogger<SpeechCache> _logger;
    private int _warned;

    public SpeechCache(IOptions<SpeechOptions> options, ContentPaths paths, TimeProvider time, ILogger<SpeechCache> logger)
    {
        var spare = options.Value.SparePath ?? Path.Combine(Path.GetTempPath(), "callintake-spoken");
        _folders = [.. new[] { options.Value.CachePath, spare }.Select(path => new SpeechFolder(paths.Resolve(path), options.Value.CacheBytes, time, logger))];
        _logger = logger;
    }

    /// <summary>The file of a sentence; null where it was not spoken before.</summary>
    public string? Find(string text, string language, string voice)
    {
        var name = NameOf(text, language, voice);
        return _folders.Select(folder => folder.Find(name)).FirstOrDefault(path => path is not null);
    }

    /// <summary>Keeps a sentence; null where neither folder can be written.</summary>
    public async Task<string?> AddAsync(string text, string language, string voice, SpeechAudio audio, CancellationToken cancellationToken)
    {
        var name = NameOf(text, language, voice);
        foreach (var folder in _folders)
        {
            try
            {
                var path = await folder.AddAsync(name, audio, cancellationToken);
                if (folder == _folders[0])
                {
                    Volatile.Write(ref _warned, 0);
                }

                return path;
            }
            catch (SpeechException exception)
            {
                Warn(folder, exception);
            }
        }

        return null;
    }

    private static string NameOf(string text, string language, string voice)
    {
        var key = string.Join('\n', language, voice, text.Normalize(NormalizationForm.FormC));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return Path.Combine(hash[..2], hash + ".wav");
    }

    // A folder that cannot be written fails at every sentence; it is said again only after it had worked in between. Without the spare
    // folder nothing is heard, which is said each time.
    private void Warn(SpeechFolder folder, SpeechException exception)
    {
        if (folder != _folders[0] || Interlocked.Exchange(ref _warned, 1) == 0)
        {
            _logger.CacheFailed(folder.Path, exception);
        }
    }
}

using CallIntake.Engine.Hosting;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Synthesis;
using CallIntake.Tests.Agi;
using CallIntake.Tests.Speech.Audio;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CallIntake.Tests.Speech.Synthesis;

public sealed class SpeechCacheTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("speech-cache").FullName;
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly CollectedLog _log = new();

    private string CachePath => Path.Combine(_folder, "cache");

    private string SparePath => Path.Combine(_folder, "spare");

    [Fact]
    public async Task What_a_crash_left_half_written_goes_and_what_is_being_written_stays()
    {
        Directory.CreateDirectory(Path.Combine(CachePath, "ab"));
        var left = await TemporaryAsync("ab/abc.wav.0123.tmp", 1000);
        var inWork = await TemporaryAsync("ab/abd.wav.4567.tmp", 1000);
        File.SetLastWriteTimeUtc(left, _time.GetUtcNow().AddMinutes(-11).UtcDateTime);

        await AddAsync(Cache(), "a");

        Assert.False(File.Exists(left));
        Assert.True(File.Exists(inWork));
    }

    [Fact]
    public async Task Half_written_files_count_to_the_size()
    {
        var cache = Cache(maximumBytes: 40_000);
        var first = await AddAsync(cache, "a");
        File.SetLastAccessTimeUtc(first!, _time.GetUtcNow().AddMinutes(-1).UtcDateTime);
        var second = await AddAsync(cache, "b");
        Assert.True(File.Exists(first));

        await TemporaryAsync("a.wav.0123.tmp", 20_000);
        var third = await AddAsync(cache, "c");

        Assert.False(File.Exists(first));
        Assert.False(File.Exists(second));
        Assert.True(File.Exists(third));
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_loses_no_sentence_and_is_logged_once()
    {
        await File.WriteAllTextAsync(CachePath, "a file stands where the folder should");
        var cache = Cache();

        var path = await AddAsync(cache, "a");
        await AddAsync(cache, "b");

        Assert.StartsWith(SparePath, path, StringComparison.Ordinal);
        Assert.Equal(1, WavReader.Read(path!).Duration.TotalSeconds);
        Assert.Equal(path, cache.Find("a", "ru", "voice"));
        Assert.Single(_log.Entries);

        File.Delete(CachePath);
        Assert.StartsWith(CachePath, await AddAsync(cache, "c"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_can_be_written_the_sentence_is_left_out()
    {
        await File.WriteAllTextAsync(CachePath, string.Empty);
        await File.WriteAllTextAsync(SparePath, string.Empty);

        Assert.Null(await AddAsync(Cache(), "a"));
        Assert.Equal(2, _log.Entries.Count);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SpeechCache Cache(long maximumBytes = long.MaxValue) => new(
        Options.Create(new SpeechOptions { CachePath = CachePath, SparePath = SparePath, CacheBytes = maximumBytes }), new ContentPaths(_folder), _time, new LoggerFactory([_log]).CreateLogger<SpeechCache>());

    private static Task<string?> AddAsync(SpeechCache cache, string text) =>
        cache.AddAsync(text, "ru", "voice", Signals.Tone(440, 1), CancellationToken.None);

    private async Task<string> TemporaryAsync(string name, int bytes)
    {
        var path = Path.Combine(CachePath, name);
        await File.WriteAllBytesAsync(path, new byte[bytes]);
        return path;
    }
}

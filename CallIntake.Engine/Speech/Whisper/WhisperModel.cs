using System.Diagnostics;
using CallIntake.Engine.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Whisper.net;

namespace CallIntake.Engine.Speech.Whisper;

/// <summary>
/// The weights, loaded once when first asked for. A model that cannot be loaded is tried again after a while, so that putting the file in
/// its place is enough. Thread-safe.
/// </summary>
internal sealed class WhisperModel(IOptions<WhisperOptions> options, ContentPaths paths, TimeProvider time, ILogger<WhisperModel> logger) : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile WhisperFactory? _factory;
    private SpeechException? _failure;
    private DateTimeOffset _failedAt;

    /// <summary>File name of the model without its ending.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(options.Value.Model);

    /// <summary>Whether the weights are in memory.</summary>
    public bool IsLoaded => _factory is not null;

    /// <summary>Why the weights could not be loaded when that was last tried; null where they could.</summary>
    public string? LastFailure => IsLoaded ? null : Volatile.Read(ref _failure)?.Message;

    /// <summary>Why it cannot hear, as far as that is known without loading it; null for nothing.</summary>
    public string? Missing => IsLoaded || File.Exists(paths.Resolve(options.Value.Model))
        ? LastFailure
        : $"{WhisperOptions.SectionName}:Model: {paths.Resolve(options.Value.Model)} does not exist; 'models get' fetches one.";

    /// <summary>The configured path.</summary>
    public string Path => options.Value.Model;

    /// <summary>The loaded model.</summary>
    /// <exception cref="SpeechException">The file is missing or damaged; the message names the key and the file.</exception>
    public async ValueTask<WhisperFactory> GetAsync(CancellationToken cancellationToken)
    {
        if (_factory is { } loaded)
        {
            return loaded;
        }

        await _loading.WaitAsync(cancellationToken);
        try
        {
            return _factory ??= await LoadOrFailAsync();
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _factory?.Dispose();
        _loading.Dispose();
    }

    private async Task<WhisperFactory> LoadOrFailAsync()
    {
        if (_failure is not null && time.GetUtcNow() - _failedAt < RetryAfter)
        {
            throw new SpeechException(_failure.Message, _failure);
        }

        var path = paths.Resolve(options.Value.Model);
        try
        {
            var started = Stopwatch.GetTimestamp();
            var factory = await Task.Run(() => Load(path));
            logger.WhisperLoaded(path, Stopwatch.GetElapsedTime(started));
            return factory;
        }
        catch (SpeechException exception)
        {
            _failure = exception;
            _failedAt = time.GetUtcNow();
            logger.WhisperNotLoaded(exception);
            throw;
        }
    }

    private WhisperFactory Load(string path)
    {
        try
        {
            GgmlFile.Check(path);
            WhisperRuntime.Prepare(paths);
            return WhisperFactory.FromPath(path, new WhisperFactoryOptions { UseGpu = false });
        }
        catch (Exception exception) when (exception is not SpeechException)
        {
            // The library and the loader of its native part throw many kinds; all of them mean that this model cannot hear.
            throw Unusable(path, exception.Message, exception);
        }
    }

    private static SpeechException Unusable(string path, string cause, Exception? exception) =>
        new($"{WhisperOptions.SectionName}:Model: {path} cannot be loaded: {cause}", exception);
}

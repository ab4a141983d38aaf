using Microsoft.Extensions.Options;
using Whisper.net;

namespace CallIntake.Engine.Speech.Whisper;

/// <summary>How a processor decodes; processors of the same kind can stand in for each other.</summary>
/// <param name="Window">Positions given to the encoder.</param>
/// <param name="Language">The language forced.</param>
/// <param name="Beam">Width of the search; 1 is greedy.</param>
/// <param name="Prompt">What is told to the decoder beforehand; null for nothing.</param>
internal readonly record struct WhisperDecoding(int Window, string Language, int Beam, string? Prompt = null);

/// <summary>
/// Processors that wait to be used again. Each holds the state of one decode (tens of megabytes), so only a few idle ones are kept, the
/// longest unused is given up first. Thread-safe; a rented processor belongs to who rented it.
/// </summary>
internal sealed class WhisperProcessorPool(WhisperModel model, IOptions<WhisperOptions> options) : IAsyncDisposable
{
    // A greedy one, a careful one, and one of another length or language; six held a host of two cores above 1 GB.
    private const int MostIdle = 3;

    // The library's own default.
    private const float FallbackStep = 0.2f;

    private readonly Lock _lock = new();
    private readonly LinkedList<(WhisperDecoding Kind, WhisperProcessor Processor)> _idle = new();

    /// <summary>An idle processor of this kind, or a new one.</summary>
    public async ValueTask<WhisperProcessor> RentAsync(WhisperDecoding kind, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            for (var node = _idle.Last; node is not null; node = node.Previous)
            {
                if (node.Value.Kind == kind)
                {
                    _idle.Remove(node);
                    return node.Value.Processor;
                }
            }
        }

        return Build(await model.GetAsync(cancellationToken), kind);
    }

    /// <summary>Gives a processor back whose work has ended.</summary>
    public async ValueTask ReturnAsync(WhisperDecoding kind, WhisperProcessor processor)
    {
        WhisperProcessor? surplus = null;
        lock (_lock)
        {
            _idle.AddLast((kind, processor));
            if (_idle.Count > MostIdle)
            {
                surplus = _idle.First!.Value.Processor;
                _idle.RemoveFirst();
            }
        }

        if (surplus is not null)
        {
            await surplus.DisposeAsync();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        List<WhisperProcessor> processors;
        lock (_lock)
        {
            processors = _idle.Select(entry => entry.Processor).ToList();
            _idle.Clear();
        }

        foreach (var processor in processors)
        {
            await processor.DisposeAsync();
        }
    }

    // Timestamp tokens stay on: without them a short window sends the decoder into loops. A search with a beam that ends in a loop or in
    // improbable words is made again at higher temperatures (17.2 -> 16.3 % of words wrong); a greedy decode is not: it gains nothing.
    private WhisperProcessor Build(WhisperFactory factory, WhisperDecoding kind)
    {
        var builder = factory.CreateBuilder()
            .WithThreads(WhisperThreads.PerDecode(options.Value))
            .WithLanguage(kind.Language)
            .WithAudioContextSize(kind.Window)
            .WithMaxTokensPerSegment(WhisperWindow.MaximumTokens(kind.Window))
            .WithNoContext()
            .WithTemperatureInc(kind.Beam > 1 ? FallbackStep : 0)
            .WithTokenTimestamps()
            .WithProbabilities();
        if (kind.Prompt is not null)
        {
            builder.WithPrompt(kind.Prompt);
        }

        return (kind.Beam > 1
            ? builder.WithBeamSearchSamplingStrategy(search => search.WithBeamSize(kind.Beam))
            : builder.WithGreedySamplingStrategy(search => search.WithBestOf(1))).Build();
    }
}

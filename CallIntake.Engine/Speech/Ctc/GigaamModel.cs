using CallIntake.Engine.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace CallIntake.Engine.Speech.Ctc;

/// <summary>
/// GigaAM with its features: waveform at 16 kHz in, logarithmic probabilities of tokens out, 40 ms a step. Sessions are loaded once
/// and shared. Thread-safe.
/// </summary>
internal sealed class GigaamModel(IOptions<GigaamOptions> options, ContentPaths paths) : IDisposable
{
    /// <summary>Rate of the sound it takes, hertz.</summary>
    public const int SampleRate = 16000;

    /// <summary>Length of one step.</summary>
    public const double SecondsPerStep = 0.04;

    private const string Key = GigaamOptions.SectionName + ":Folder";

    private static readonly OnnxPort[] Inputs = [new("features", typeof(float), 3), new("feature_lengths", typeof(long), 1)];
    private static readonly OnnxPort LogProbabilities = new("log_probs", typeof(float), 3);

    private readonly Lazy<Parts> _parts = new(() => Load(options.Value, paths), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>What the outputs stand for.</summary>
    /// <exception cref="SpeechException">The folder lacks a file or holds another model.</exception>
    public CtcVocabulary Vocabulary => _parts.Value.Vocabulary;

    /// <summary>File name of the model.</summary>
    public string Name => _parts.Value.Name;

    /// <summary>What its folder lacks, without loading it; null for nothing.</summary>
    public string? Missing => CtcFiles.FindFault(() => Locate(options.Value, paths));

    /// <summary>Spells one utterance.</summary>
    /// <exception cref="SpeechException">The model cannot be loaded or fails.</exception>
    public IReadOnlyList<RecognizedWord> Spell(float[] samples)
    {
        var parts = _parts.Value;
        try
        {
            var features = parts.Features.Read(samples);
            if (features.Length == 0)
            {
                return [];
            }

            using var output = parts.Model.Run(
            [
                NamedOnnxValue.CreateFromTensor("features", features),
                NamedOnnxValue.CreateFromTensor("feature_lengths", new DenseTensor<long>(new long[] { features.Dimensions[2] }, [1])),
            ]);
            return Decode(LogProbabilities.Read<float>(output, Key), parts);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new SpeechException($"{Key}: {parts.Name} failed: {exception.Message}", exception);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_parts.IsValueCreated)
        {
            _parts.Value.Features.Dispose();
            _parts.Value.Model.Dispose();
        }
    }

    private static IReadOnlyList<RecognizedWord> Decode(DenseTensor<float> output, Parts parts)
    {
        var width = output.Dimensions[2];
        if (width != parts.Vocabulary.Tokens.Count)
        {
            throw new SpeechException($"{Key}: {parts.Name} spells {width} tokens, its vocabulary has {parts.Vocabulary.Tokens.Count}.");
        }

        var decoder = new CtcDecoder(parts.Vocabulary, SecondsPerStep);
        for (var step = 0; step < output.Dimensions[1]; step++)
        {
            decoder.Add(output.Buffer.Span.Slice(step * width, width));
        }

        return decoder.Finish();
    }

    private static Parts Load(GigaamOptions options, ContentPaths paths)
    {
        var (model, words) = Locate(options, paths);
        var vocabulary = CtcFiles.ReadVocabulary(words, Key, CtcVocabulary.FromLines);
        var threads = CtcFiles.Threads(options.Threads);
        return new Parts(
            LoadFeatures(options, paths, threads),
            OnnxModels.Load(model, Key, threads, "a CTC model of GigaAM", Inputs, [LogProbabilities]),
            vocabulary,
            Path.GetFileNameWithoutExtension(model));
    }

    private static (string Model, string Vocabulary) Locate(GigaamOptions options, ContentPaths paths)
    {
        var folder = paths.Resolve(options.Folder);
        return (CtcFiles.Find(folder, Key, "*ctc*.int8.onnx", "*ctc*.onnx", "*.onnx"), CtcFiles.Find(folder, Key, "*vocab*.txt", "tokens.txt"));
    }

    private static IGigaamFeatures LoadFeatures(GigaamOptions options, ContentPaths paths, int threads) => string.IsNullOrEmpty(options.Features)
        ? new LogMelFeatures()
        : GraphFeatures.Load(paths.Resolve(options.Features), threads);

    private sealed record Parts(IGigaamFeatures Features, InferenceSession Model, CtcVocabulary Vocabulary, string Name);
}

using CallIntake.Engine.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.ML.OnnxRuntime;

namespace CallIntake.Engine.Speech.Ctc;

/// <summary>T-one, loaded once and shared; the state of a call belongs to its <see cref="ToneStream"/>. Thread-safe.</summary>
internal sealed class ToneModel(IOptions<ToneOptions> options, ContentPaths paths) : IDisposable
{
    private const string Key = ToneOptions.SectionName + ":Folder";

    private static readonly OnnxPort Signal = new("signal", typeof(int), 3);
    private static readonly OnnxPort State = new("state", typeof(Float16), 2);

    private readonly Lazy<Parts> _parts = new(() => Load(options.Value, paths), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>What its folder lacks, without loading it; null for nothing.</summary>
    public string? Missing => CtcFiles.FindFault(() => Locate(options.Value, paths));

    /// <summary>A stream for one call.</summary>
    /// <exception cref="SpeechException">The folder lacks a file or holds another model.</exception>
    public ToneStream Open() => new(_parts.Value.Session, _parts.Value.Vocabulary, _parts.Value.StateSize);

    /// <inheritdoc />
    public void Dispose()
    {
        if (_parts.IsValueCreated)
        {
            _parts.Value.Session.Dispose();
        }
    }

    private static Parts Load(ToneOptions options, ContentPaths paths)
    {
        var (model, words) = Locate(options, paths);
        var vocabulary = CtcFiles.ReadVocabulary(words, Key, lines => CtcVocabulary.FromConfiguration(string.Join('\n', lines)));
        var session = OnnxModels.Load(
            model, Key, CtcFiles.Threads(options.Threads), "T-one", [Signal, State], [ToneStream.LogProbabilities, ToneStream.StateNext]);
        var size = StateSize(session);
        if (size <= 0)
        {
            session.Dispose();
            throw new SpeechException($"{Key}: {model} does not say how long its 'state' is.");
        }

        return new Parts(session, vocabulary, size);
    }

    // A graph may leave the length of one of the two open: -1; without dimensions it leaves all open.
    private static int StateSize(InferenceSession session) => new[] { session.InputMetadata[State.Name], session.OutputMetadata[ToneStream.StateNext.Name] }
        .Select(metadata => metadata.Dimensions.LastOrDefault()).FirstOrDefault(size => size > 0);

    private static (string Model, string Vocabulary) Locate(ToneOptions options, ContentPaths paths)
    {
        var folder = paths.Resolve(options.Folder);
        return (CtcFiles.Find(folder, Key, "model.onnx", "*.onnx"), CtcFiles.Find(folder, Key, "config.json"));
    }

    private sealed record Parts(InferenceSession Session, CtcVocabulary Vocabulary, int StateSize);
}

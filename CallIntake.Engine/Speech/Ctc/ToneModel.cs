using CallIntake.Engine.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.ML.OnnxRuntime;

namespace CallIntake.Engine.Speech.Ctc;

/// <summary>T-one, loaded once and shared; the state of a call belongs to its <see cref="ToneStream"/>. Thread-safe.</summary>
internal sealed class ToneModel(IOptions<ToneOptions> options, ContentPaths paths) : IDisposable
{
    private const string Key = ToneOptions.SectionName + ":Folder";

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
            model, Key, CtcFiles.Threads(options.Threads), "T-one", ["signal", "state"], ["logprobs", "state_next"]);
        return new Parts(session, vocabulary, session.InputMetadata["state"].Dimensions[^1]);
    }

    private static (string Model, string Vocabulary) Locate(ToneOptions options, ContentPaths paths)
    {
        var folder = paths.Resolve(options.Folder);
        return (CtcFiles.Find(folder, Key, "model.onnx", "*.onnx"), CtcFiles.Find(folder, Key, "config.json"));
    }

    private sealed record Parts(InferenceSession Session, CtcVocabulary Vocabulary, int StateSize);
}

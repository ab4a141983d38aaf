using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace CallIntake.Engine.Speech.Ctc;

/// <summary>The features by a graph for ONNX Runtime, for editions of the model that want others than <see cref="LogMelFeatures"/>. Thread-safe.</summary>
internal sealed class GraphFeatures(InferenceSession session) : IGigaamFeatures
{
    private const string Key = GigaamOptions.SectionName + ":Features";

    private static readonly OnnxPort[] Inputs = [new("waveforms", typeof(float), 2), new("waveforms_lens", typeof(long), 1)];
    private static readonly OnnxPort Features = new("features", typeof(float), 3);
    private static readonly OnnxPort Lengths = new("features_lens", typeof(long), 1);

    /// <summary>Loads the graph.</summary>
    /// <exception cref="SpeechException">The file is missing, damaged or another model.</exception>
    public static GraphFeatures Load(string path, int threads) =>
        new(OnnxModels.Load(path, Key, threads, "a features graph", Inputs, [Features, Lengths]));

    /// <inheritdoc />
    public DenseTensor<float> Read(float[] samples)
    {
        using var output = session.Run(
        [
            NamedOnnxValue.CreateFromTensor("waveforms", new DenseTensor<float>(samples, [1, samples.Length])),
            NamedOnnxValue.CreateFromTensor("waveforms_lens", new DenseTensor<long>(new long[] { samples.Length }, [1])),
        ]);
        return (DenseTensor<float>)Features.Read<float>(output, Key).Clone();
    }

    /// <inheritdoc />
    public void Dispose() => session.Dispose();
}

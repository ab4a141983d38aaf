using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace CallIntake.Engine.Speech.Ctc;

/// <summary>The features by a graph for ONNX Runtime, for editions of the model that want others than <see cref="LogMelFeatures"/>. Thread-safe.</summary>
internal sealed class GraphFeatures(InferenceSession session) : IGigaamFeatures
{
    /// <inheritdoc />
    public DenseTensor<float> Read(float[] samples)
    {
        using var output = session.Run(
        [
            NamedOnnxValue.CreateFromTensor("waveforms", new DenseTensor<float>(samples, [1, samples.Length])),
            NamedOnnxValue.CreateFromTensor("waveforms_lens", new DenseTensor<long>(new long[] { samples.Length }, [1])),
        ]);
        return output.First(value => value.Name == "features").AsTensor<float>().ToDenseTensor();
    }

    /// <inheritdoc />
    public void Dispose() => session.Dispose();
}

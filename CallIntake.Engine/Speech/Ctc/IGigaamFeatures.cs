using Microsoft.ML.OnnxRuntime.Tensors;

namespace CallIntake.Engine.Speech.Ctc;

/// <summary>Turns sound into what GigaAM takes. Thread-safe.</summary>
internal interface IGigaamFeatures : IDisposable
{
    /// <summary>Logarithm of the energy in 64 mel bands, [1, 64, frames], 10 ms a frame; no frames where the sound is shorter than one window.</summary>
    /// <param name="samples">Sound at 16 kHz, −1 to 1.</param>
    DenseTensor<float> Read(float[] samples);
}

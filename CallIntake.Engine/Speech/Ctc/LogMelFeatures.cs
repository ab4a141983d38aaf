using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace CallIntake.Engine.Speech.Ctc;

/// <summary>
/// The features of GigaAM v3 and Multilingual: windows of 20 ms (Hann) every 10 ms, 64 mel bands, natural logarithm; the same numbers as
/// the published graph (onnx-asr, gigaam_v3), whose STFT of a length that is no power of two takes several times as long. The transform is
/// a product with tables of cosines and sines: 320 samples are too few for a fast one to pay. Window and
/// bands are rounded as the model was trained with them. Immutable, thread-safe.
/// </summary>
internal sealed class LogMelFeatures : IGigaamFeatures
{
    private const int Window = 320;
    private const int Hop = 160;
    private const int Half = Window / 2;
    private const int Bins = Half + 1;
    private const int Bands = 64;
    private const float Least = 1e-9f;
    private const float Most = 1e9f;

    private static readonly float[] Hann = [.. Enumerable.Range(0, Window).Select(i => Brain16.Round(0.5 - (0.5 * Math.Cos(2 * Math.PI * i / Window))))];
    private static readonly float[] Cosines = Table(Math.Cos);
    private static readonly float[] Sines = Table(Math.Sin);
    private static readonly MelBand[] Mel = MelBand.Bank(Bands, Bins, GigaamModel.SampleRate);

    /// <inheritdoc />
    public DenseTensor<float> Read(float[] samples)
    {
        var frames = samples.Length < Window ? 0 : ((samples.Length - Window) / Hop) + 1;
        var features = new DenseTensor<float>([1, Bands, frames]);
        Span<float> windowed = stackalloc float[Window];
        Span<float> power = stackalloc float[Bins];
        Span<float> bands = stackalloc float[Bands];
        for (var frame = 0; frame < frames; frame++)
        {
            TensorPrimitives.Multiply(samples.AsSpan(frame * Hop, Window), Hann, windowed);
            Transform(windowed, power);
            for (var band = 0; band < Bands; band++)
            {
                bands[band] = Math.Clamp(TensorPrimitives.Dot(power.Slice(Mel[band].First, Mel[band].Weights.Length), Mel[band].Weights), Least, Most);
            }

            TensorPrimitives.Log(bands, bands);
            for (var band = 0; band < Bands; band++)
            {
                features.Buffer.Span[(band * frames) + frame] = bands[band];
            }
        }

        return features;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        // Nothing is held.
    }

    // A real signal: what is even about the first sample meets the cosines, what is odd the sines, half a window each.
    private static void Transform(ReadOnlySpan<float> windowed, Span<float> power)
    {
        Span<float> even = stackalloc float[Bins];
        Span<float> odd = stackalloc float[Bins];
        (even[0], even[Half], odd[0], odd[Half]) = (windowed[0], windowed[Half], 0, 0);
        for (var i = 1; i < Half; i++)
        {
            (even[i], odd[i]) = (windowed[i] + windowed[Window - i], windowed[i] - windowed[Window - i]);
        }

        for (var bin = 0; bin < Bins; bin++)
        {
            var real = TensorPrimitives.Dot(even, Cosines.AsSpan(bin * Bins, Bins));
            var imaginary = TensorPrimitives.Dot(odd, Sines.AsSpan(bin * Bins, Bins));
            power[bin] = (real * real) + (imaginary * imaginary);
        }
    }

    // One row of Bins values for each bin.
    private static float[] Table(Func<double, double> wave) =>
        [.. Enumerable.Range(0, Bins * Bins).Select(i => (float)wave(2 * Math.PI * (i / Bins * (i % Bins) % Window) / Window))];
}

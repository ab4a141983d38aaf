using CallIntake.Engine.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace CallIntake.Engine.Speech.VoiceActivity;

/// <summary>
/// The Silero network at 8 kHz: one probability of speech for each 256 samples (32 ms). The session is loaded once and shared; the state
/// belongs to one <see cref="Probabilities"/> call. Thread-safe.
/// </summary>
internal sealed class SileroModel(IOptions<VoiceActivityOptions> options, ContentPaths paths) : IDisposable
{
    /// <summary>Samples of one step.</summary>
    public const int Step = 256;

    /// <summary>Rate the network is asked at, hertz.</summary>
    public const int SampleRate = 8000;

    // The last samples of the step before stand in front of each step; without them the network silently answers "no speech".
    private const int Context = 32;
    private const int StateSize = 2 * 1 * 128;

    private readonly Lazy<InferenceSession> _session = new(
        () => OnnxModels.Load(
            paths.Resolve(options.Value.Model), $"{VoiceActivityOptions.SectionName}:Model", 1, "Silero VAD 5 or 6",
            [new("input", typeof(float), 2), new("state", typeof(float), 3), new("sr", typeof(long), 0)],
            [new("output", typeof(float), 2), new("stateN", typeof(float), 3)]),
        LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Probabilities of speech, 0 to 1, one per step; the last step is filled up with silence.</summary>
    /// <exception cref="SpeechException">The model is missing or damaged.</exception>
    public float[] Probabilities(ReadOnlySpan<float> samples)
    {
        var session = _session.Value;
        var probabilities = new float[(samples.Length + Step - 1) / Step];
        var input = new float[Context + Step];
        var state = new float[StateSize];
        NamedOnnxValue[] inputs =
        [
            NamedOnnxValue.CreateFromTensor("input", new DenseTensor<float>(input, [1, input.Length])),
            NamedOnnxValue.CreateFromTensor("state", new DenseTensor<float>(state, [2, 1, 128])),
            NamedOnnxValue.CreateFromTensor("sr", new DenseTensor<long>(new long[] { SampleRate }, [])),
        ];
        for (var i = 0; i < probabilities.Length; i++)
        {
            input.AsSpan(Step).CopyTo(input);
            var chunk = samples[(i * Step)..Math.Min(samples.Length, (i + 1) * Step)];
            input.AsSpan(Context).Clear();
            chunk.CopyTo(input.AsSpan(Context));
            probabilities[i] = Run(session, inputs, state);
        }

        return probabilities;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_session.IsValueCreated)
        {
            _session.Value.Dispose();
        }
    }

    private static float Run(InferenceSession session, NamedOnnxValue[] inputs, float[] state)
    {
        using var results = session.Run(inputs);
        var probability = 0f;
        foreach (var result in results)
        {
            var tensor = (DenseTensor<float>)result.AsTensor<float>();
            if (string.Equals(result.Name, "output", StringComparison.Ordinal))
            {
                probability = tensor.Buffer.Span[0];
            }
            else
            {
                tensor.Buffer.Span.CopyTo(state);
            }
        }

        return probability;
    }
}

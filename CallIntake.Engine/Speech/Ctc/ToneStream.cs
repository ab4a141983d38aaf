using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace CallIntake.Engine.Speech.Ctc;

/// <summary>
/// One call heard by T-one while it comes in: samples at 8 kHz in portions of any length, the text so far at any time. A chunk of silence
/// goes before the speech and one after it, and the steps of the first are dropped, as the published client does. Not thread-safe.
/// </summary>
internal sealed class ToneStream
{
    /// <summary>Rate of the sound it takes, hertz.</summary>
    public const int SampleRate = 8000;

    /// <summary>What the model spells: logarithmic probabilities by step and token.</summary>
    internal static readonly OnnxPort LogProbabilities = new("logprobs", typeof(float), 3);

    /// <summary>What the next chunk needs of this one.</summary>
    internal static readonly OnnxPort StateNext = new("state_next", typeof(Float16), 2);

    private const string Key = ToneOptions.SectionName + ":Folder";
    private const int Chunk = 2400;
    private const double SecondsPerStep = 0.03;

    private readonly InferenceSession _session;
    private readonly CtcDecoder _decoder;
    private readonly int _width;
    private readonly int[] _signal = new int[Chunk];
    private readonly Float16[] _state;
    private int _filled;
    private bool _begun;

    internal ToneStream(InferenceSession session, CtcVocabulary vocabulary, int stateSize)
    {
        _session = session;
        _decoder = new CtcDecoder(vocabulary, SecondsPerStep);
        _width = vocabulary.Tokens.Count;
        _state = new Float16[stateSize];
    }

    /// <summary>The text so far; its last word may not be complete.</summary>
    public string Text => _decoder.Text;

    /// <summary>Takes the next samples.</summary>
    /// <exception cref="SpeechException">The model failed.</exception>
    public void Add(ReadOnlySpan<short> samples)
    {
        Begin();
        foreach (var sample in samples)
        {
            _signal[_filled++] = sample;
            if (_filled == Chunk)
            {
                Run(decode: true);
            }
        }
    }

    /// <summary>The words, with times from the first sample; the stream has ended.</summary>
    public IReadOnlyList<RecognizedWord> Finish()
    {
        Begin();
        if (_filled > 0)
        {
            Run(decode: true);
        }

        Run(decode: true);
        return _decoder.Finish();
    }

    private void Begin()
    {
        if (!_begun)
        {
            _begun = true;
            Run(decode: false);
        }
    }

    // A chunk that is not full ends in silence.
    private void Run(bool decode)
    {
        _signal.AsSpan(_filled).Clear();
        _filled = 0;
        try
        {
            using var outputs = _session.Run(
            [
                NamedOnnxValue.CreateFromTensor("signal", new DenseTensor<int>(_signal, [1, Chunk, 1])),
                NamedOnnxValue.CreateFromTensor("state", new DenseTensor<Float16>(_state, [1, _state.Length])),
            ]);
            Keep(StateNext.Read<Float16>(outputs, Key));
            if (decode)
            {
                Decode(LogProbabilities.Read<float>(outputs, Key));
            }
        }
        catch (OnnxRuntimeException exception)
        {
            throw new SpeechException($"{Key}: the model failed: {exception.Message}", exception);
        }
    }

    private void Keep(DenseTensor<Float16> state)
    {
        if (state.Length != _state.Length)
        {
            throw new SpeechException($"{Key}: the model took a state of {_state.Length} numbers and gave one of {state.Length}.");
        }

        state.Buffer.Span.CopyTo(_state);
    }

    private void Decode(DenseTensor<float> output)
    {
        if (output.Dimensions[2] != _width)
        {
            throw new SpeechException($"{Key}: the model spells {output.Dimensions[2]} tokens, its configuration has {_width}.");
        }

        for (var step = 0; step < output.Dimensions[1]; step++)
        {
            _decoder.Add(output.Buffer.Span.Slice(step * _width, _width));
        }
    }
}

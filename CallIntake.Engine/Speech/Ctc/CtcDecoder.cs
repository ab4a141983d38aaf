using System.Numerics.Tensors;
using System.Text;

namespace CallIntake.Engine.Speech.Ctc;

/// <summary>
/// Greedy CTC decoding, step by step: the likeliest token of each step, repeats folded, blanks removed. Keeps the state of one stream, so
/// that steps can come in portions of any size. Not thread-safe.
/// </summary>
internal sealed class CtcDecoder(CtcVocabulary vocabulary, double secondsPerStep)
{
    private readonly List<RecognizedWord> _words = [];
    private readonly StringBuilder _word = new();
    private int _last = vocabulary.Blank;
    private int _step;
    private int _wordStart;
    private int _wordEnd;
    private double _logSum;
    private int _tokens;

    /// <summary>The whole text so far, an unfinished word included.</summary>
    public string Text => string.Join(' ', _words.Select(word => word.Text).Append(_word.ToString()).Where(text => text.Length > 0));

    /// <summary>Takes one step's logarithmic probabilities, one for each token.</summary>
    public void Add(ReadOnlySpan<float> logProbabilities)
    {
        var best = TensorPrimitives.IndexOfMax(logProbabilities);
        if (best != vocabulary.Blank && best != _last)
        {
            Append(vocabulary.Tokens[best], logProbabilities[best]);
        }
        else if (best == _last && best != vocabulary.Blank)
        {
            _wordEnd = _step + 1;
        }

        _last = best;
        _step++;
    }

    /// <summary>The words, with times from the first step; the stream has ended.</summary>
    public IReadOnlyList<RecognizedWord> Finish()
    {
        EndWord();
        return _words;
    }

    private void Append(string token, float logProbability)
    {
        if (token.StartsWith(' '))
        {
            EndWord();
        }

        var text = token.Trim();
        if (text.Length > 0)
        {
            _wordStart = _word.Length == 0 ? _step : _wordStart;
            _word.Append(text);
            _wordEnd = _step + 1;
            _logSum += Math.Min(0, logProbability);
            _tokens++;
        }

        if (token.Length > 1 && token.EndsWith(' '))
        {
            EndWord();
        }
    }

    private void EndWord()
    {
        if (_word.Length > 0)
        {
            _words.Add(new RecognizedWord(_word.ToString(), _wordStart * secondsPerStep, _wordEnd * secondsPerStep, Math.Exp(_logSum / _tokens)));
        }

        _word.Clear();
        _logSum = 0;
        _tokens = 0;
    }
}

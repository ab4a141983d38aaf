using System.Numerics.Tensors;
using CallIntake.Engine.Triage.Classifier;

namespace CallIntake.Engine.Triage.Training;

/// <summary>Trains one member of a model by stochastic gradient descent. Single-threaded and repeatable; used once.</summary>
internal sealed class MemberTrainer
{
    private const float BiasRate = 0.3f;
    private readonly TrainingSettings _settings;
    private readonly KeptRows _rows;
    private readonly int _hidden;
    private readonly int _width;
    private readonly Random _random;
    private readonly float[] _table;
    private readonly float[] _tableSquares;
    private readonly float[] _bias;
    private readonly float[] _biasSquares;
    private readonly float[] _output;
    private readonly float[] _outputSquares;
    private readonly float[] _outputBias = new float[ModelHeads.Width];
    private readonly float[] _outputBiasSquares = new float[ModelHeads.Width];
    private readonly float[] _sums;
    private readonly float[] _mask;
    private readonly float[] _slopes;
    private readonly float[] _scores = new float[ModelHeads.Width];

    public MemberTrainer(TrainingSettings settings, KeptRows rows, int hidden, int seed)
    {
        (_settings, _rows, _hidden, _width, _random) = (settings, rows, hidden, hidden == 0 ? ModelHeads.Width : hidden, new Random(seed));
        (_table, _tableSquares) = (new float[rows.Count * _width], new float[rows.Count * _width]);
        (_bias, _biasSquares, _sums, _mask, _slopes) = (new float[_width], new float[_width], new float[_width], new float[_width], new float[_width]);
        (_output, _outputSquares) = (new float[hidden * ModelHeads.Width], new float[hidden * ModelHeads.Width]);
        if (hidden > 0)
        {
            Fill(_table, 0.1f);
            Fill(_output, MathF.Sqrt(3f / hidden));
        }
    }

    /// <summary>Learns from the cases whose rows were given and gives the rounded member.</summary>
    public ModelMember Train(IReadOnlyList<TrainingCase> cases)
    {
        var order = Enumerable.Range(0, cases.Count).ToArray();
        var epochs = _hidden == 0 ? _settings.Epochs.Plain : _settings.Epochs.Hidden;
        var rate = _hidden == 0 ? _settings.Rate.Plain : _settings.Rate.Hidden;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            _random.Shuffle(order);
            var now = rate * (1 - (0.9f * epoch / epochs));
            foreach (var index in order)
            {
                Learn(_rows.Features[index], cases[index].Labels, now);
            }
        }

        return new ModelMember(WeightTable.Quantise(_table, _rows.Rows, _width), _bias, _output, _hidden == 0 ? [] : _outputBias);
    }

    private void Learn(FeatureVector all, int[] labels, float rate)
    {
        var features = Drop(all);
        Forward(features);
        ModelHeads.Subtract(_scores, labels, _settings.Smoothing);
        ReadOnlySpan<float> gradient = _scores;
        if (_hidden > 0)
        {
            Backward(rate);
            gradient = _slopes;
        }

        var decay = _hidden == 0 ? _settings.Decay.Plain : _settings.Decay.Hidden;
        for (var i = 0; i < features.Buckets.Length; i++)
        {
            var start = features.Buckets[i] * _width;
            AdaptiveStep.Move(_table.AsSpan(start, _width), _tableSquares.AsSpan(start, _width), gradient, features.Values[i], rate, decay);
        }

        AdaptiveStep.Move(_bias, _biasSquares, gradient, 1, rate * BiasRate, 0);
    }

    private void Forward(FeatureVector features)
    {
        _bias.CopyTo(_sums, 0);
        for (var i = 0; i < features.Buckets.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(_table.AsSpan(features.Buckets[i] * _width, _width), features.Values[i], _sums, _sums);
        }

        if (_hidden == 0)
        {
            _sums.CopyTo(_scores, 0);
            return;
        }

        _outputBias.CopyTo(_scores, 0);
        for (var unit = 0; unit < _hidden; unit++)
        {
            _mask[unit] = _sums[unit] <= 0 || _random.NextSingle() < _settings.HiddenDrop ? 0 : 1 / (1 - _settings.HiddenDrop);
            if (_mask[unit] > 0)
            {
                TensorPrimitives.MultiplyAdd(_output.AsSpan(unit * _scores.Length, _scores.Length), _sums[unit] * _mask[unit], _scores, _scores);
            }
        }
    }

    private void Backward(float rate)
    {
        for (var unit = 0; unit < _hidden; unit++)
        {
            _slopes[unit] = 0;
            if (_mask[unit] > 0)
            {
                var row = _output.AsSpan(unit * _scores.Length, _scores.Length);
                _slopes[unit] = TensorPrimitives.Dot(row, _scores) * _mask[unit];
                AdaptiveStep.Move(row, _outputSquares.AsSpan(unit * _scores.Length, _scores.Length), _scores, _sums[unit] * _mask[unit], rate, 0);
            }
        }

        AdaptiveStep.Move(_outputBias, _outputBiasSquares, _scores, 1, rate * BiasRate, 0);
    }

    private FeatureVector Drop(FeatureVector features)
    {
        var (buckets, values) = (new List<int>(features.Buckets.Length), new List<float>(features.Buckets.Length));
        for (var i = 0; i < features.Buckets.Length; i++)
        {
            if (_random.NextSingle() >= _settings.FeatureDrop)
            {
                buckets.Add(features.Buckets[i]);
                values.Add(features.Values[i] / (1 - _settings.FeatureDrop));
            }
        }

        return new FeatureVector([.. buckets], [.. values]);
    }

    private void Fill(float[] weights, float width)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = ((_random.NextSingle() * 2) - 1) * width;
        }
    }
}
